"""The analysis as files: a folder with JSON and tables, or one workbook."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from actor_graph.problems import OutputError
from actor_graph.words import Language, say
from actor_graph.words.visible import escaped
from actor_graph.writing.outputs import write_outputs
from actor_graph.writing.tables import csv_text, workbook


def write(
    document: dict[str, Any], output: Path, *, language: Language, inputs: Collection[Path], force: bool = False
) -> list[Path]:
    """Write the document to a folder, or to one workbook where the name ends in ``.xlsx``.

    Raises
    ------
    OutputError
        The name has another ending, or a file there must not be replaced.
    """
    if output.suffix.lower() == ".xlsx":
        files = {output.name: workbook(tables(document, language))}
        return write_outputs(output.parent, files, inputs=inputs, force=force, language=language)
    if output.suffix and not output.is_dir():
        raise OutputError("writing.wrong_ending", language, path=output)
    files = {"analysis.json": (json_text(document) + "\n").encode("utf-8")}
    for name, rows in tables(document, language).items():
        files[f"figures_{name}.csv"] = csv_text(rows, language).encode("utf-8")
    return write_outputs(output, files, inputs=inputs, force=force, language=language)


def json_text(document: dict[str, Any]) -> str:
    """The document as one line of JSON; undefined is null, control and direction characters are escaped."""
    return escaped(json.dumps(document, ensure_ascii=False, allow_nan=False))


def tables(document: dict[str, Any], language: Language) -> dict[str, list[dict[str, Any]]]:
    """The tables of an analysis: network, actors, groups, clusters and mixing, one mapping per row."""
    return {
        "network": _figures(document["network"]) + _notes(document, language),
        "actors": [_flat(row) for row in document["actors"]],
        "groups": document["groups"],
        "clusters": document["clusters"],
        "mixing": _pairs(document["mixing"]),
    }


def _figures(network: dict[str, Any]) -> list[dict[str, Any]]:
    words = {f"intensity_{word}": n for word, n in (network.get("intensity") or {}).items()}
    flat = {key: value for key, value in network.items() if key != "intensity"}
    return [{"figure": key, "value": value} for key, value in (flat | words).items()]


def _notes(document: dict[str, Any], language: Language) -> list[dict[str, Any]]:
    name, date = document["landscape"]["name"], document["landscape"]["date"]
    about = {"name": name, "date": date, "audience": document["audience"], "note": say("analysis.as_named", language)}
    return [{"figure": key, "value": value} for key, value in about.items()]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """An actor's row with its brokerage counts and attributes as columns of their own."""
    roles, attributes = row.get("brokerage") or {}, row.get("attributes") or {}
    flat = {key: value for key, value in row.items() if key not in ("brokerage", "attributes")}
    return flat | {f"brokerage_{role}": count for role, count in roles.items()} | attributes


def _pairs(mixing: dict[str, Any]) -> list[dict[str, Any]]:
    types = mixing["types"]
    return [
        {"type": a, "other_type": b, "ties": mixing["ties"][i][j], "expected": mixing["expected"][i][j]}
        for i, a in enumerate(types)
        for j, b in enumerate(types)
        if i <= j
    ]
