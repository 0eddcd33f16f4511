"""One city: read, analyzed, laid beside chance, as a row of plain data without the name of any actor.

A row depends on the files of its city and on what is asked, never on the other cities, on the process that made it or
on the place in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from actor_graph.analysis import Analysis
from actor_graph.analysis.document import look, plain
from actor_graph.analysis.request import Request, request
from actor_graph.comparison.asking import Asked, Beside
from actor_graph.comparison.errors import means_of
from actor_graph.comparison.excess import excess_of
from actor_graph.comparison.figures import MODELS
from actor_graph.comparison.keeping import digests
from actor_graph.comparison.kinds import kinds_of
from actor_graph.comparison.ranges import missing_of, outside_of
from actor_graph.landscape import Landscape
from actor_graph.measures.kernels.compiled import working
from actor_graph.measures.portrait import portrait
from actor_graph.privacy.redaction import GONE, redact
from actor_graph.problems import ActorGraphError, LandscapeError, Problem, Problems
from actor_graph.reading import read
from actor_graph.words import Language, say
from actor_graph.words.visible import visible

Row = dict[str, Any]


def city(path: str, asked: Asked, beside: Beside | None = None, threads: int | None = 1) -> Row:
    """The row of the city that lies there, or ``{"why": …}`` where there is none to be had.

    ``inputs`` are the files that it was made from (see ``keeping.digests``). It takes so many threads.
    """
    try:
        landscape = read(path, scheme=asked.scheme, language=asked.language, add_missing=asked.add_missing)
        inputs = digests(landscape.inputs)
        with working(threads):
            return {**row(landscape, asked, beside), "inputs": inputs}
    except ActorGraphError as wrong:
        return {"why": _why(wrong, asked.language or "en", path)}
    except Exception as defect:
        return {"why": say("comparison.defect", asked.language or "en", about=type(defect).__name__)}


def row(landscape: Landscape, asked: Asked, beside: Beside | None = None) -> Row:
    """The row of a landscape.

    ``network`` holds the figures of ``analyze`` with the same options and seed; ``chance``, ``excess``, ``means`` and
    ``not_yet_networked`` stand for those of them that the audience may see.

    Raises
    ------
    RequestError
        An option names what this landscape does not have.
    """
    wanted = _request(landscape, asked)
    seen = look(wanted, lambda step: None)
    told = seen.document
    withheld = bool(told.get("withheld"))
    chance = {} if withheld else {model: told["chance"][model] for model in MODELS}
    missing = {} if withheld or wanted.confirmed else missing_of(seen.scene, told)
    found: Row = {
        "name": told["landscape"]["name"],
        "actors": told["network"]["actors"],
        "ties": told["network"]["ties"],
        "response_rate": told["network"]["response_rate"],
        **({"withheld": told["withheld"]} if withheld else {}),
        "language": wanted.language,
        "landscape": {
            **{key: told["landscape"][key] for key in ("place", "date", "by", "excluded", "untyped")},
            "scheme": wanted.landscape.scheme.name,
        },
        "network": told["network"],
        "chance": chance,
        "excess": excess_of(chance),
        "missing": missing,
        "not_yet_networked": None if withheld else outside_of(told, missing),
        "central": _central(told),
        "composition": _composition(told),
        "types": kinds_of(seen.scene, told, wanted),
        "unmapped": _unmapped(wanted, told),
        "means": {} if withheld else means_of(seen.scene, told),
    }
    found = plain(found)
    found["portrait"] = portrait(seen.scene.graph).tolist() if asked.audience == "office" else None
    if beside is not None:
        found["beside"] = beside(Analysis(wanted, seen))
    return found


def _request(landscape: Landscape, asked: Asked) -> Request:
    return request(
        landscape, by=asked.by, audience=asked.audience, without=(), count=asked.count, confirmed=asked.confirmed,
        seed=asked.seed, draws=asked.draws, chance=True, language=asked.language, sensitive=asked.sensitive,
        with_contacts=False,
    )  # fmt: skip


def _central(told: Mapping[str, Any]) -> dict[str, Any] | None:
    """How many central actors there are, how many of them clearly, and at how many of the ties; never who."""
    if "top_dogs" not in told:
        return None
    top = told["top_dogs"]
    return {
        "actors": len(top),
        "clear": sum(one["clear"] for one in top),
        "mandate": sum(one["mandate"] for one in top),
        "tie_share": told["network"]["top_dog_tie_share"],
    }


def _composition(told: Mapping[str, Any]) -> dict[str, Any]:
    """How many circles there are, and how many of them are homogeneous, mixed, heterogeneous."""
    counted = Counter(circle["composition"] for circle in told["clusters"])
    words = ("homogeneous", "mixed", "heterogeneous")
    return {"circles": len(told["clusters"]), **{word: counted[word] for word in words}}


def _unmapped(wanted: Request, told: Mapping[str, Any]) -> list[str]:
    """The types that stand as they are written, since the scheme of this city does not know them."""
    if wanted.by != "type":
        return []
    return [group["type"] for group in told["groups"] if group["type"] not in wanted.landscape.scheme.types]


def _why(wrong: ActorGraphError, language: Language, path: str) -> str:
    """What is wrong, on one line: the first thing, and how many more there are; nothing of what stands in a cell."""
    if not isinstance(wrong, LandscapeError):
        return redact(str(wrong))
    errors = [problem for problem in wrong.problems if problem.severity == "error"]
    said = _told(errors[0], wrong.language).removeprefix(f"{visible(path)}: ")
    return f"{said} {say('comparison.why_more', language, n=len(errors) - 1)}" if len(errors) > 1 else said


def _told(problem: Problem, language: Language) -> str:
    """A problem without the texts of the row that it is about: the row is told, and ``check`` tells the rest.

    What is ours stays: other rows by number, and the words that may stand there.
    """
    if problem.row is None:
        return redact(problem.line(language))
    own = {"", problem.values.get("rows", ""), *_texts(problem.values.get("allowed", ()))}
    hushed = Problems(clean=lambda text: text if text in own else GONE)
    hushed.extend([problem])
    return next(iter(hushed)).line(language)


def _texts(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)
