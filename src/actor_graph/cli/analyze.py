"""The verb ``analyze``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actor_graph.cli.options import Place, chance_option, landscape_options, missing_option, read, wanted, warned
from actor_graph.cli.patience import Patience
from actor_graph.cli.pseudonyms import under_key
from actor_graph.cli.written import document, told
from actor_graph.words import Language

if TYPE_CHECKING:
    from actor_graph.analysis.grand import Grand

SHEET = "grand.md"
SHEETS = (".md", ".html", ".htm", ".json")
"""Endings of files that hold a GRAND sheet."""


@click.command("analyze")
@landscape_options
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the report.")
@chance_option
@missing_option
@click.option(
    "--grand", is_flag=True, help="A sheet after the Guidelines for Reporting About Network Data; -o FILE.md|.html."
)
@click.option("-o", "--output", type=Place(), metavar="FOLDER|FILE.xlsx", help="Write all tables there.")
def command(
    path: Path, as_json: bool, output: Path | None, chance: bool, missing: bool, grand: bool, **options: Any
) -> None:
    """How well networked, who is outside, who dominates, what the circles are made of."""
    from actor_graph.analysis import analyze
    from actor_graph.analysis.files import json_text
    from actor_graph.analysis.grand import sheet as sheet_of

    landscape = read(path, options)
    language = options["language"] or landscape.language
    if grand:
        _possible(output, language, beside=chance or missing, as_json=as_json)
    with Patience(language) as at:
        analysis = analyze(
            landscape, progress=at, how_far=at.how_far, chance=chance, missing=missing, **wanted(options)
        )
    warned(analysis.warnings, language)
    sheet = sheet_of(analysis) if grand else None
    with under_key():
        if output and sheet and output.suffix.lower() in SHEETS:
            from actor_graph.views.grand import grand as write_sheet

            write_sheet(analysis, output, force=options["force"])
        elif output:
            analysis.write(output, force=options["force"], besides=_beside(sheet))
    if as_json:
        text = json_text(analysis.to_dict() | {"grand": sheet.to_dict()}) if sheet else analysis.to_json()
        document(text)
    elif sheet:
        from actor_graph.views.terminal.grand import print_grand

        print_grand(sheet)
    else:
        from actor_graph.views.terminal import print_report

        print_report(analysis, language)
    if output:
        told(output, language, options["open_it"])


def _beside(sheet: Grand | None) -> dict[str, bytes]:
    """The sheet as a file to stand among the tables of a folder."""
    from actor_graph.views.grand import form

    return {} if sheet is None else {SHEET: form(Path(SHEET), sheet.language)(sheet)}


def _possible(output: Path | None, language: Language, *, beside: bool, as_json: bool) -> None:
    """Refuse what a sheet can't be written to, and what would be worked out and then shown nowhere."""
    from actor_graph.problems import OutputError, RequestError
    from actor_graph.writing.outputs import is_folder

    ending = output.suffix.lower() if output else ""
    if output and ending not in ("", *SHEETS, ".xlsx") and not is_folder(output):
        raise OutputError("grand.wrong_output", language, path=output)
    if beside and not as_json and (output is None or ending in SHEETS):
        raise RequestError("grand.not_in_the_sheet", language)
