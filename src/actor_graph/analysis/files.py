"""The analysis as files: a folder with JSON and tables, or one workbook."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any

from actor_graph.analysis.sheets import ATTRIBUTE, sheets
from actor_graph.problems import OutputError
from actor_graph.scheme import Scheme
from actor_graph.words import Language, say
from actor_graph.words.visible import escaped
from actor_graph.writing.earlier import clear_earlier
from actor_graph.writing.outputs import is_folder, write_outputs
from actor_graph.writing.tables import csv_text
from actor_graph.writing.workbook import workbook


def write(
    document: dict[str, Any],
    output: Path,
    *,
    scheme: Scheme,
    language: Language,
    inputs: Collection[Path],
    force: bool = False,
    besides: Mapping[str, bytes] = MappingProxyType({}),
) -> list[Path]:
    """Write the document to a folder, ``besides`` with it, or to one workbook where the name ends in ``.xlsx``.

    Tables of an earlier run that this one has not, such as those beside chance, go where nobody has changed them: their
    figures may be others by now.

    Raises
    ------
    OutputError
        The name has another ending, or a file there must not be replaced.
    """
    if output.suffix.lower() == ".xlsx":
        files = {output.name: workbook(sheets(document, tables(document), scheme, language))}
        return write_outputs(output.parent, files, inputs=inputs, force=force, language=language)
    if output.suffix and not is_folder(output):
        raise OutputError("writing.wrong_ending", language, path=output)
    files = {"analysis.json": (json_text(document) + "\n").encode("utf-8"), **besides}
    told = tables(document)
    told["network"] += _notes(document, language)
    for name, rows in told.items():
        files[f"figures_{name}.csv"] = csv_text(rows, language).encode("utf-8")
    written = write_outputs(output, files, inputs=inputs, force=force, language=language)
    clear_earlier(output, written, lambda path: fnmatchcase(path.name, "figures_*.csv"), language=language)
    return written


def json_text(document: dict[str, Any]) -> str:
    """The document as one line of JSON; undefined is null, control and direction characters are escaped."""
    return escaped(json.dumps(document, ensure_ascii=False, allow_nan=False))


def tables(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The tables of an analysis: network, actors, groups, clusters and mixing, one mapping per row."""
    return {
        "network": _figures(document["network"]),
        "actors": [_flat(row) for row in document["actors"]],
        "groups": document["groups"],
        "clusters": document["clusters"],
        "mixing": _pairs(document["mixing"]),
        **_missing(document),
        **({"chance": beside} if (beside := compared(document)) else {}),
    }


def _missing(document: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Where it was asked for: a row per figure that missing answers could change, and one per share taken away."""
    told = {}
    if missing := document.get("missing"):
        told["missing"] = [{"figure": figure, **entry} for figure, entry in missing.items()]
    if robustness := document.get("robustness"):
        told["robustness"] = [_thinned(what, row) for what in ("actors", "ties") for row in robustness[what]]
    return told


def _thinned(what: str, row: dict[str, Any]) -> dict[str, Any]:
    """Which part was taken away, then means, lowest and highest of how far figures and rankings hold."""
    held = {"average_degree": row["figures"]["average_degree"]} | {
        f"{kind}_{by}": row[by][kind] for by in ("degree", "betweenness") for kind in ("spearman", "top_ten")
    }
    spread = {f"{name}_{end}": values[end] for name, values in held.items() for end in ("mean", "low", "high")}
    return {"taken_from": what, "share": row["share"], "taken": row["taken"], **spread, "stay": row["central"]["stay"]}


def compared(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures beside chance, a row per null model and figure that it does not leave as it is."""
    return [
        {"model": model, "figure": name, **one}
        for model, figures in (document.get("chance") or {}).items()
        for name, one in figures.items()
        if one is not None
    ]


def _figures(network: dict[str, Any]) -> list[dict[str, Any]]:
    words = {f"intensity_{word}": n for word, n in (network.get("intensity") or {}).items()}
    flat = {key: value for key, value in network.items() if key != "intensity"}
    return [{"figure": key, "value": value} for key, value in (flat | words).items()]


def _notes(document: dict[str, Any], language: Language) -> list[dict[str, Any]]:
    name, date = document["landscape"]["name"], document["landscape"]["date"]
    about = {"name": name, "date": date, "audience": document["audience"], "note": say("analysis.as_named", language)}
    if document.get("pseudonymized"):
        about["pseudonymized"] = say("privacy.pseudonymized", language)
    return [{"figure": key, "value": value} for key, value in about.items()]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """An actor's row with its brokerage counts and attributes as columns of their own; no attribute hides a figure."""
    roles, attributes = row.get("brokerage") or {}, row.get("attributes") or {}
    flat = {key: value for key, value in row.items() if key not in ("brokerage", "attributes")}
    flat |= {f"brokerage_{role}": count for role, count in roles.items()}
    return flat | {f"{ATTRIBUTE}{key}" if key in flat else key: value for key, value in attributes.items()}


def _pairs(mixing: dict[str, Any]) -> list[dict[str, Any]]:
    types = mixing["types"]
    return [
        {"type": a, "other_type": b, "ties": mixing["ties"][i][j], "expected": mixing["expected"][i][j]}
        for i, a in enumerate(types)
        for j, b in enumerate(types)
        if i <= j
    ]
