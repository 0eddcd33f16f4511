"""What is asked for, checked against the landscape once, at the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from actor_graph.analysis.released import RELEASED, released_extra
from actor_graph.analysis.shown import column as column_of
from actor_graph.analysis.shown import columns_to_show
from actor_graph.landscape import Landscape
from actor_graph.landscape.network import kind_keys
from actor_graph.landscape.tandems import with_tandems
from actor_graph.privacy.audience import AUDIENCES, Audience
from actor_graph.privacy.leaving import leaving
from actor_graph.privacy.objections import NOTHING, Objections, heard, objections, without_objected
from actor_graph.privacy.persons import find
from actor_graph.privacy.pseudonyms import NEVER
from actor_graph.privacy.sensitive import delicate
from actor_graph.problems import RequestError
from actor_graph.words import Language
from actor_graph.words.fold import fold

MOST_DRAWS, MOST_SEED = 1_000_000, 2**63 - 1
SCENES = 1000
"""Random scenes of each kind, unless said otherwise."""
NO_GROUPS = ("id", "name", "description", "website", "reason")
"""Columns in which each actor has a text of its own."""


@dataclass(frozen=True)
class LeftOut:
    """Actors that are taken out: how many, and id and name of those whom the audience may see by name."""

    actors: int = 0
    named: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Request:
    """A landscape as it may leave, and how it is to be looked at; every name resolved.

    ``sensitive``: it is looked at by a sensitive column; ``with_sensitive``: such columns were asked for.
    ``objected``: what actors objected to; outside the office it is not in the landscape any more. ``checked``: for each
    actor whether it has checked its entry, natural persons too, whose days don't leave; None where nobody was asked to.
    ``chance``: how many random scenes the figures are laid beside, 0 where that was not asked for.
    """

    landscape: Landscape
    by: str
    audience: Audience
    count: tuple[str, ...]
    confirmed: bool
    seed: int
    draws: int
    language: Language
    sensitive: bool
    show: tuple[str, ...] = ()
    with_sensitive: bool = False
    without: LeftOut = LeftOut()
    objected: Objections = NOTHING
    checked: tuple[bool, ...] | None = None
    missing: bool = False
    chance: int = 0


def request(
    landscape: Landscape,
    *,
    by: str | None,
    audience: str,
    without: Sequence[str],
    count: Sequence[str],
    confirmed: bool,
    seed: int,
    draws: int | None,
    language: Language | None,
    sensitive: bool,
    with_contacts: bool,
    show: Sequence[str] = (),
    missing: bool = False,
    chance: bool = False,
) -> Request:
    """Check and resolve the options of an analysis.

    Raises
    ------
    RequestError
        An option names a column, actor, kind or audience that there is not, or a sensitive or contact column.
    """
    tongue = language or landscape.language
    out = {actor(landscape, given, tongue) for given in without}
    if audience not in AUDIENCES:
        raise RequestError("analysis.no_such_audience", tongue, given=audience, known=", ".join(AUDIENCES))
    if draws is not None and not 1 <= draws <= MOST_DRAWS:
        raise RequestError("analysis.draws_between", tongue, given=draws, most=MOST_DRAWS)
    if not 0 <= seed <= MOST_SEED:
        raise RequestError("analysis.seed_from_zero", tongue, given=seed)
    if missing and confirmed:
        raise RequestError("analysis.missing_confirmed", tongue)
    column = _column(landscape, by or str(landscape.meta.get("by") or "type"), tongue)
    if delicate(landscape, column) and not sensitive:
        raise RequestError("analysis.sensitive_column", tongue, given=column)
    _may_leave(landscape, column, audience, tongue)
    seen = columns_to_show(
        landscape, show, audience=audience, sensitive=sensitive, with_contacts=with_contacts, language=tongue
    )
    if landscape.pseudonyms is not None:
        landscape = replace(landscape, language=tongue)
        _nameless(landscape, (column, *seen), with_contacts, tongue)
    seen_by, keep = next(a for a in AUDIENCES if a == audience), (column, *seen)
    cleared = leaving(landscape, with_contacts=with_contacts, audience=seen_by, keep=keep)
    unseen = heard(with_tandems(landscape), seen_by)
    whole = without_objected(landscape, Objections(unseen.actors), frozenset(out)).actors["checked"]
    return Request(
        landscape=without_objected(cleared, unseen, frozenset(out)),
        by=column,
        audience=seen_by,
        count=tuple(_kind(landscape, cleared, kind, tongue) for kind in count),
        confirmed=_confirmable(landscape, confirmed, tongue),
        seed=seed,
        draws=draws or landscape.scheme.thresholds.dealings,
        language=tongue,
        sensitive=delicate(landscape, column),
        with_sensitive=sensitive,
        show=tuple(key for key in seen if key != column),
        without=_left_out(cleared, out, audience),
        objected=objections(landscape),
        missing=missing,
        chance=(draws or SCENES) if chance else 0,
        checked=tuple(day is not None for day in whole) if "checked" in cleared.actors else None,
    )


def _nameless(landscape: Landscape, columns: Sequence[str], with_contacts: bool, language: Language) -> None:
    """Refuse under stand-ins what would name an actor again."""
    if with_contacts:
        raise RequestError("privacy.contacts_with_pseudonyms", language)
    if named := [key for key in columns if key in NEVER]:
        raise RequestError(
            "privacy.no_such_with_pseudonyms", language, given=landscape.actors.headings.get(named[0], named[0])
        )


def _left_out(cleared: Landscape, out: set[int], audience: str) -> LeftOut:
    """What is told of those taken out: outside the office no excluded ones, to the public names that are open."""
    actors = cleared.actors
    rows = [row for row in sorted(out) if audience == "office" or actors["survey"][row] != "excluded"]
    named = [row for row in rows if audience != "public" or actors["publish"][row]]
    return LeftOut(len(rows), tuple((actors["id"][row], actors["name"][row]) for row in named))


def actor(landscape: Landscape, given: str, language: Language) -> int:
    """The row of the actor meant by an id, an exact name or a stand-in."""
    rows = find(landscape, given)
    if not rows:
        known = [*landscape.actors["id"], *landscape.actors["name"]]
        near = get_close_matches(given, known, n=1) or [name for name in known if fold(given) in fold(name)]
        raise RequestError("analysis.no_such_actor", language, given=given, hint=_hint(near, language))
    if len(rows) > 1:
        ids = ", ".join(landscape.actors["id"][row] for row in rows)
        raise RequestError("analysis.several_actors", language, given=given, ids=ids)
    return rows[0]


def _hint(near: Sequence[str], language: Language) -> str:
    from actor_graph.words import say

    return say("analysis.did_you_mean", language, name=near[0]) if near else ""


def _column(landscape: Landscape, given: str, language: Language) -> str:
    actors = landscape.actors
    if given == "type":
        return given
    key = column_of(landscape, given)
    if key is None:
        known = ", ".join(actors.headings.get(k, k) for k in actors.columns if k not in actors.contact)
        raise RequestError("analysis.no_such_column", language, given=given, known=known)
    if key in actors.contact:
        raise RequestError("analysis.contact_column", language, given=given)
    return key


def _may_leave(landscape: Landscape, column: str, audience: str, language: Language) -> None:
    """Refuse to group by what names single actors, or, outside the office, by what is not to leave it."""
    heading = landscape.actors.headings.get(column, column)
    if column in NO_GROUPS:
        raise RequestError("analysis.no_grouping", language, given=heading)
    if audience != "office" and column not in ("type", *RELEASED, *released_extra(landscape)):
        raise RequestError("analysis.not_released", language, given=heading, audience=audience)


def _kind(landscape: Landscape, cleared: Landscape, given: str, language: Language) -> str:
    """The kind that is meant, as the cleared landscape has it; a message lists no kind uncleared."""
    key = kind_keys(landscape.scheme, landscape, given)
    written = landscape.ties["kind"]
    if key is None:
        kinds = dict.fromkeys([*landscape.scheme.kinds, *(k for k in cleared.ties["kind"] if k is not None)])
        known = ", ".join([*(landscape.scheme.kind_label(kind, language) for kind in kinds), "all"])
        raise RequestError("analysis.no_such_kind", language, given=given, known=known)
    return str(cleared.ties["kind"][written.index(key)]) if key in written else key


def _confirmable(landscape: Landscape, confirmed: bool, language: Language) -> bool:
    if confirmed and landscape.meta.get("reports") != "source" and not any(landscape.ties["reported_by"]):
        raise RequestError("analysis.not_confirmable", language)
    return confirmed
