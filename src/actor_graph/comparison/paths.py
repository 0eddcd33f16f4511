"""Which cities are meant: files, folders, and folders that hold any number of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from actor_graph.problems import RequestError
from actor_graph.vocabulary.sheets import NAMES
from actor_graph.words import Language
from actor_graph.writing.outputs import listed

GRAPHS, BOOKS, DOCUMENTS = (".graphml", ".gexf"), (".xlsx",), (".yaml", ".yml", ".json")
META = ("landscape.yaml", "landscape.yml")
_OPEN = ("~$", ".")
_LOOKED_AT = 4096
_OURS = "actor-graph/"
DEEP = 8
"""So many folders within one another are looked through."""


@dataclass(frozen=True)
class Place:
    """Where a city lies: as the user gave it, and in full, as any process of this machine finds it."""

    given: str
    path: str

    @property
    def name(self) -> str:
        """The name of the file or folder alone, which tells nothing of the machine that it lies on."""
        return Path(self.path).name

    @classmethod
    def of(cls, path: Path) -> Place:
        """The place of a path."""
        return cls(str(path), str(path.absolute()))


def places(given: Iterable[str | Path], language: Language = "en") -> list[Place]:
    """The cities that are meant, in the order given, each once however it is called; those of a folder by name.

    A folder with a table of actors or of ties is one city. Of any other folder each folder in it, each workbook, graph
    file and document with actors is one; outputs of ours, hidden files and what else lies there are passed over.

    Raises
    ------
    RequestError
        There is no city at all.
    """
    found: dict[str, Place] = {}
    words = [Path(one) for one in given]
    for word in words:
        inside = list(_inside(word)) if word.is_dir() and not is_city(word) else []
        for path in inside or [word]:
            place = Place.of(path)
            found.setdefault(realpath(place.path), place)
    if not found:
        raise RequestError("comparison.no_city", language)
    return list(found.values())


def is_city(folder: Path) -> bool:
    """Whether the folder itself is a landscape: it holds a table of actors or of ties."""
    wanted = {f"{name}.csv" for kind in ("actors", "ties") for name in NAMES[kind]}
    return any(entry.name.casefold() in wanted for entry in folder.iterdir())


def _inside(folder: Path, depth: int = 0) -> Iterator[Path]:
    """The cities in a folder, by name."""
    ours = listed(folder)
    for entry in sorted(folder.iterdir(), key=lambda one: (one.name.casefold(), one.name)):
        if entry.name.startswith(_OPEN) or entry.name in ours:
            continue
        if entry.is_dir():
            if is_city(entry):
                yield entry
            elif depth < DEEP and not entry.is_symlink():
                yield from _inside(entry, depth + 1)
        elif _is_city_file(entry):
            yield entry


def _is_city_file(file: Path) -> bool:
    ending = file.suffix.casefold()
    if ending in (*BOOKS, *GRAPHS):
        return True
    return ending in DOCUMENTS and file.name.casefold() not in META and _lists_actors(file)


def _lists_actors(file: Path) -> bool:
    """Whether a document looks like a landscape at its beginning, and not like an answer of ours."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_LOOKED_AT).decode("utf-8", "replace").casefold()
    except OSError:
        return True
    return _OURS not in head and any(f'"{name}"' in head or f"{name}:" in head for name in NAMES["actors"])


def unique(names: Sequence[str]) -> list[str]:
    """The names, each once: a second one of the same name gets `` (2)``.

    >>> unique(["Neustadt", "Altstadt", "Neustadt"])
    ['Neustadt', 'Altstadt', 'Neustadt (2)']
    """
    taken, seen = set(names), Counter[str]()
    made: list[str] = []
    for name in names:
        seen[name] += 1
        new, count = name, seen[name]
        while count > 1 and new in taken | set(made):
            new = f"{name} ({count})"
            count += 1
        made.append(new)
    return made


def typed(path: str) -> str:
    """A path as it can be typed in a command.

    >>> typed("town.xlsx"), typed("my town.xlsx")
    ('town.xlsx', '"my town.xlsx"')
    """
    return f'"{path}"' if " " in path else path
