"""Loading a scheme with all that it extends."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from actor_graph.documents import load_yaml
from actor_graph.problems import LandscapeError, Problems
from actor_graph.scheme.agreement import agrees, complete
from actor_graph.scheme.merging import merged, scheme_of
from actor_graph.scheme.paths import located, shipped
from actor_graph.scheme.scheme import Scheme

DEFAULT = "default"
Chain = dict[Path, Any]
"""From each file to its content, the scheme itself first, then what it extends."""


def load_scheme(
    name_or_path: str, *, base: Path | None, problems: Problems, free: bool = False, file: str | None = None
) -> Scheme | None:
    """The scheme of a shipped name or of a path; None where it has errors, which are noted.

    ``base`` is the folder of the file that names the scheme: a path is relative to it and stays inside. ``free`` is for
    the user's own option, whose path may point anywhere. ``file`` is the file that names the scheme, for messages.
    What the scheme does not name comes from the one that it ``extends``, else from ``default``.
    """
    path = located(name_or_path, base, problems, free=free, file=file)
    if path is None:
        return None
    if path in shipped().values():
        return _shipped(path)
    chain = _chain(path, problems)
    return None if chain is None else _made(chain, problems)


@cache
def default_scheme() -> Scheme:
    """What holds where no scheme is named."""
    return _shipped(shipped()[DEFAULT])


@cache
def _shipped(path: Path) -> Scheme:
    """A scheme that comes with the program; its shape is checked by the tests and not at each start."""
    problems = Problems()
    chain = _chain(path, problems)
    if chain is None:
        raise LandscapeError(problems)
    return scheme_of(_merged(chain), list(chain), _layers(chain))


def _made(chain: Chain, problems: Problems) -> Scheme | None:
    """The scheme of a chain, if its parts go together."""
    document, files = _merged(chain), list(chain)
    if not complete(document, chain[files[0]], files[0].name, problems):
        return None
    scheme = scheme_of(document, files, _layers(chain))
    return scheme if agrees(scheme, chain[files[0]], files[0].name, problems) else None


def _merged(chain: Chain) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for own in reversed(chain.values()):
        document = merged(document, own)
    return document


def _layers(chain: Chain) -> list[tuple[Any, bool]]:
    """The documents from the default up to the scheme itself, and which of them come with the program."""
    known = {file.absolute() for file in shipped().values()}
    return [(own, path in known) for path, own in reversed(chain.items())]


def _chain(path: Path, problems: Problems) -> Chain | None:
    """The documents from the scheme itself down to the default, each checked for its shape."""
    chain: Chain = {}
    seen: list[Path] = []
    sound = True
    while True:
        seen.append(path.resolve())
        document = _document(path, problems)
        if document is None:
            return None
        sound = _has_shape(document, path, problems) and sound
        chain[path.absolute()] = document
        below = document.get("extends") if isinstance(document, dict) else None
        if not isinstance(below, str) and path == shipped()[DEFAULT]:
            return chain if sound else None
        following = _following(below, path, problems)
        if following is None:
            return None
        if following.resolve() in seen:
            problems.error("scheme.cycle", file=path.name, chain=" → ".join(p.stem for p in [*seen, following]))
            return None
        path = following


def _document(path: Path, problems: Problems) -> Any | None:
    return load_yaml(path, problems)


def _has_shape(document: Any, path: Path, problems: Problems) -> bool:
    """Whether a user's document has the shape of a scheme; only then pydantic is loaded."""
    if path in shipped().values():
        return True
    from actor_graph.scheme.checking import checked

    return checked(document, path.name, problems)


def _following(below: Any, path: Path, problems: Problems) -> Path | None:
    """The file that a scheme rests on."""
    if not isinstance(below, str):
        return shipped()[DEFAULT]
    return located(below, path.parent, problems, free=False, file=path.name)
