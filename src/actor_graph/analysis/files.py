"""The analysis as files: a folder with JSON and tables, or one workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actor_graph.analysis.result import Analysis
from actor_graph.problems import OutputError
from actor_graph.words import say
from actor_graph.writing.outputs import write_outputs
from actor_graph.writing.tables import csv_text, workbook


def write(analysis: Analysis, output: str | Path, *, force: bool = False) -> list[Path]:
    """Write the analysis to a folder, or to one workbook where the name ends in ``.xlsx``.

    Raises
    ------
    OutputError
        The name has another ending, or a file there must not be replaced.
    """
    output, language, source = Path(output), analysis.request.language, analysis.request.landscape.path
    if output.suffix.lower() == ".xlsx":
        files = {output.name: workbook(tables(analysis))}
        return write_outputs(output.parent, files, source=source, force=force, language=language)
    if output.suffix and not output.is_dir():
        raise OutputError("writing.wrong_ending", language, path=output)
    files = {"analysis.json": (analysis.to_json() + "\n").encode("utf-8")}
    files |= {
        f"figures_{name}.csv": csv_text(rows, language).encode("utf-8") for name, rows in tables(analysis).items()
    }
    return write_outputs(output, files, source=source, force=force, language=language)


def tables(analysis: Analysis) -> dict[str, list[dict[str, Any]]]:
    """The tables of an analysis: network, actors, groups, clusters and mixing, one mapping per row."""
    told = analysis.to_dict()
    return {
        "network": _figures(told["network"]) + _notes(analysis),
        "actors": [_flat(row) for row in told["actors"]],
        "groups": told["groups"],
        "clusters": told["clusters"],
        "mixing": _pairs(told["mixing"]),
    }


def _figures(network: dict[str, Any]) -> list[dict[str, Any]]:
    words = {f"intensity_{word}": n for word, n in (network.get("intensity") or {}).items()}
    flat = {key: value for key, value in network.items() if key != "intensity"}
    return [{"figure": key, "value": value} for key, value in (flat | words).items()]


def _notes(analysis: Analysis) -> list[dict[str, Any]]:
    told = analysis.to_dict()
    about = [("name", told["landscape"]["name"]), ("date", told["landscape"]["date"]), ("audience", told["audience"])]
    about.append(("note", say("analysis.as_named", analysis.request.language)))
    return [{"figure": key, "value": value} for key, value in about]


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
