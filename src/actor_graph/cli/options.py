"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from actor_graph.cli.pseudonyms import pseudonymized
from actor_graph.landscape import Landscape
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.problems import Problem
from actor_graph.words import Language, say

Command = TypeVar("Command", bound=Callable[..., Any])
Options = Mapping[str, Any]

READING = ("scheme", "language", "add_missing")
ANALYSIS = (
    "by",
    "audience",
    "without",
    "count",
    "confirmed",
    "seed",
    "draws",
    "language",
    "sensitive",
    "with_contacts",
    "workers",
)


class Place(click.Path):
    """A path on the command line; an empty one, as an unset variable leaves it, would mean the folder at hand."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, if there is one."""
        return super().convert(_filled(value, self, param, ctx), param, ctx)


class Word(click.types.StringParamType):
    """Text on the command line that may not be empty."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The text, if there is one."""
        return super().convert(_filled(value, self, param, ctx), param, ctx)


def _filled(value: Any, kind: click.ParamType[Any], param: click.Parameter | None, ctx: click.Context | None) -> Any:
    if value == "":
        kind.fail(say("cli.empty", "en"), param, ctx)
    return value


_PATH = click.argument("path", type=Place())
_READING = (
    click.option(
        "--scheme",
        type=Word(),
        metavar="NAME|FILE",
        help="Types, kinds of ties and thresholds: a shipped scheme or a file.",
    ),
    click.option(
        "--language", type=click.Choice(["de", "en"]), help="Of outputs and messages; default: the landscape's."
    ),
    click.option(
        "--add-missing", is_flag=True, help="Take in actors that ties name and the list lacks, as not contacted."
    ),
)
_AUDIENCE = click.option(
    "--audience", type=click.Choice(AUDIENCES), default="office", show_default=True, help="Who will see it."
)
_CONTACTS = click.option("--with-contacts", is_flag=True, help="Let contact data leave; without it they never do.")
_WITHOUT = click.option(
    "--without", multiple=True, metavar="ID", help="As if this actor were not there; can be repeated."
)
_CHANCE = (
    click.option("--confirmed", is_flag=True, help="Only ties that both sides stated."),
    click.option(
        "--seed", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True, help="Where chance is drawn."
    ),
    click.option(
        "--draws",
        type=click.IntRange(1, 1_000_000),
        metavar="NUMBER",
        help="How many dealings chance is judged by (2000), and random scenes (1000); at most 1,000,000.",
    ),
)
_SENSITIVE = click.option("--sensitive", is_flag=True, help="Allow columns on religion, origin and the like.")
_ANALYSIS = (
    click.option("--by", metavar="COLUMN", help="The column to group by, instead of the type."),
    _AUDIENCE,
    _WITHOUT,
    click.option(
        "--count", multiple=True, metavar="KIND|all", help="Kinds of ties that count, instead of the scheme's."
    ),
    *_CHANCE,
    _SENSITIVE,
    _CONTACTS,
    click.option("--workers", type=click.IntRange(min=1), help="How many threads may work; default one per core."),
    click.option("--exact", is_flag=True, help="All figures exactly (they always are today)."),
)
chance_option = click.option(
    "--chance", is_flag=True, help="Lay the figures beside random scenes of the same size, and of the same degrees."
)
missing_option = click.option(
    "--missing", is_flag=True, help="What the missing answers could change: bounds, a range, how firm it all is."
)
_PSEUDONYMS = (
    click.option(
        "--pseudonymize", is_flag=True, help="Numbers instead of names, no places, no free text. Not anonymous."
    ),
    click.option("--key", type=Place(), metavar="FILE", help="Where the key to the numbers lies, else beside PATH."),
)
_OUTPUT = (
    click.option("--open", "open_it", is_flag=True, help="Open what was written."),
    click.option("--force", is_flag=True, help="Replace a file that was changed since it was written."),
)


def _with(command: Command, *options: Callable[[Any], Any]) -> Command:
    """The command with these options, listed in this order."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def landscape_options(command: Command) -> Command:
    """PATH and all options about what is read and how it is looked at."""
    return _with(command, _PATH, *_READING, *_ANALYSIS, *_PSEUDONYMS, *_OUTPUT)


def comparing_options(command: Command) -> Command:
    """The same for verbs that compare two analyses for the office alone: no audience, no contact data."""
    kept = (option for option in _ANALYSIS if option not in (_AUDIENCE, _CONTACTS))
    return _with(command, _PATH, *_READING, *kept, *_OUTPUT)


def waves_options(command: Command) -> Command:
    """Several landscapes of one city, and all options about what is read and how it is looked at but contact data."""
    kept = (option for option in _ANALYSIS if option is not _CONTACTS)
    waves = click.argument("waves", type=Place(), nargs=-1, required=True, metavar="WAVE...")
    return _with(command, waves, *_READING, *kept, *_PSEUDONYMS, *_OUTPUT)


def relating_options(command: Command) -> Command:
    """PATH, what is read and where chance is drawn, for verbs that relate ties and write no file."""
    return _with(command, _PATH, *_READING, _WITHOUT, *_CHANCE, _SENSITIVE)


def cities_options(command: Command) -> Command:
    """Any number of landscapes and all options of an analysis that can hold for several; no contact data."""
    cities = click.argument("cities", type=Place(), nargs=-1, required=True, metavar="CITY...")
    kept = (option for option in _ANALYSIS if option not in (_WITHOUT, _CONTACTS, *_ANALYSIS[-2:]))
    many = click.option(
        "--workers", type=click.IntRange(min=1), help="How many cities are worked on at a time; default one per core."
    )
    return _with(command, cities, *_READING, *kept, many, *_OUTPUT)


def reading_options(command: Command) -> Command:
    """PATH and the options about what is read and where the output goes, for verbs that work out no figures."""
    return _with(command, _PATH, *_READING, *_PSEUDONYMS, *_OUTPUT)


def working_options(command: Command) -> Command:
    """The same for verbs that write a working copy, which keeps every name."""
    return _with(command, _PATH, *_READING, *_OUTPUT)


def input_options(command: Command) -> Command:
    """PATH and the options about what is read, for verbs that write no file."""
    return _with(command, _PATH, *_READING)


def read(path: Path, options: Options) -> Landscape:
    """Read the landscape as the options say; its warnings go to stderr."""
    from actor_graph.reading import read as read_landscape

    landscape = read_landscape(path, **{key: options[key] for key in READING})
    warned(landscape.warnings, options["language"] or landscape.language)
    landscape = pseudonymized(landscape, options)
    if landscape.pseudonyms is not None and "draws" not in options:  # an analysis has these among its own warnings
        from actor_graph.analysis.key import cautions

        warned(cautions(landscape), landscape.language)
    return landscape


def warned(problems: Iterable[Problem], language: Language) -> None:
    """Say on stderr what should be known."""
    from actor_graph.problems import lines

    for line in lines(problems, language):
        click.echo(line, err=True)


def wanted(options: Options) -> dict[str, Any]:
    """The options that an analysis takes."""
    return {key: options[key] for key in ANALYSIS}
