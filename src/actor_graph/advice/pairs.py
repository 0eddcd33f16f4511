"""Entries that may be one actor, as a table for a person to decide in; decisions made before are kept."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actor_graph.advice.matches import COLUMNS, Matches, Row, Shown
from actor_graph.landscape import Landscape
from actor_graph.matching import Pair, pairs
from actor_graph.matching.decisions import WORDS, Decision, groups
from actor_graph.privacy.redaction import redact
from actor_graph.problems import OutputError, Problem, Problems, RequestError
from actor_graph.words import Language, say
from actor_graph.writing.decisions import decision_table
from actor_graph.writing.outputs import MODE, is_folder, write_outputs

if TYPE_CHECKING:
    from actor_graph.reading.decisions import Decided, Entry


def match(
    landscape: Landscape,
    output: str | PathLike[str] | None = None,
    *,
    decisions: str | PathLike[str] | None = None,
    against: str | PathLike[str] | None = None,
    language: Language | None = None,
    force: bool = False,
) -> Matches:
    """Find entries that may be one actor, or compare the landscape with another list.

    Parameters
    ----------
    landscape
        As it was read.
    output
        A table to decide in, ``.csv`` or ``.xlsx``. One that is there already is read first: its decisions, and
        columns that people added, are kept.
    decisions
        An earlier table of decisions, such as that of the last wave.
    against
        A list to compare with: any table with a column of names, or a landscape folder.
    language
        Of the reasons and the separator; the landscape's own by default.
    force
        Replace an output that is no table of decisions.

    Returns
    -------
    The pairs, each with a score between 0 and 1 and what speaks for it.

    Raises
    ------
    RequestError
        The landscape is to leave under pseudonyms, by which nobody could decide.
    LandscapeError
        The table of decisions, or the list, has errors: wrong words, or decisions that contradict each other.
    OutputError
        The output is no ``.csv`` or ``.xlsx``, or can't be written.
    """
    spoken = language or landscape.language
    if landscape.pseudonyms is not None:
        raise RequestError("matching.no_pseudonyms", spoken)
    target = None if output is None else Path(output)
    if target is not None and target.suffix.casefold() not in (".csv", ".xlsx"):
        raise OutputError("writing.no_table", spoken, path=target)
    if against is not None:
        from actor_graph.advice.against import compare_with

        found = compare_with(landscape, Path(against), spoken, target)
    else:
        found = _found(landscape, [Path(decisions)] if decisions is not None else [], target, spoken)
    if target is not None:
        ours = _is_carried_over(target, against is not None)
        words = [deciding(row, spoken) for row in found.rows]
        below = deciding({}, spoken) if against is None else ()
        data = decision_table(found.rows, found.headings, target, spoken, words, below)
        inputs = [*landscape.inputs, *([Path(against)] if against is not None else [])]
        write_outputs(
            target.parent, {target.name: data}, inputs=inputs, force=force or ours, language=spoken, mode=MODE
        )
    return found


def deciding(row: Row, language: Language) -> tuple[str, ...]:
    """The words that decide a row, in a language; none where there is nothing to decide."""
    from actor_graph.reading.takings import TAKE, about_of

    about = about_of(row)
    if about == "new":
        return ()
    known: list[tuple[str, str]] = list((TAKE if about in ("column", "missing") else WORDS).items())
    return tuple(german if language == "de" else word for word, german in known)


def _is_carried_over(target: Path, against: bool) -> bool:
    """Whether the output that is there is such a table, so that what people wrote into it stands in the new one."""
    from actor_graph.reading.decisions import ABOUT, read_entries

    rows = read_entries(target, Problems()) if target.is_file() else []
    return bool(rows) and (ABOUT in rows[0]) is against


def _found(landscape: Landscape, files: list[Path], target: Path | None, language: Language) -> Matches:
    """The pairs of a landscape, with what was decided about them in these files and in the output that is there."""
    problems = Problems(clean=redact)
    earlier = _earlier(landscape, files, target, problems)
    problems.stop_if_errors(language)
    kept = _last(earlier)
    implied = _implied([decision for one in earlier for decision in _all(one)])
    shown = Shown(landscape)
    proposed = {frozenset((pair.a, pair.b)): pair for pair in pairs(landscape)}
    rows = []
    for key, pair in proposed.items():
        entry = kept.get(key)
        if entry is not None or not implied(pair.a, pair.b):
            rows.append(_row(pair, entry, shown, language))
    rows += [_kept_row(entry, shown) for key, entry in kept.items() if key not in proposed and _filled(entry, earlier)]
    rows.sort(key=lambda row: bool(row["decision"]))
    added = dict.fromkeys(heading for one in earlier for heading in one.added)
    persons = ("persons",) if any(row.get("persons") for row in rows) else ()
    return Matches(tuple(rows), (*COLUMNS, *persons, *added), language, _but_gone(problems))


def _but_gone(problems: Problems) -> tuple[Problem, ...]:
    """The warnings that matter here: that an actor of an earlier decision is gone by now is as it should be."""
    return tuple(problem for problem in problems.warnings if problem.key != "matching.gone")


def _earlier(landscape: Landscape, files: list[Path], target: Path | None, problems: Problems) -> list[Decided]:
    """The tables of decisions there are, the output itself last, if it is one."""
    from actor_graph.reading.decisions import ABOUT, read_decisions

    found = [read_decisions(file, landscape, problems) for file in files]
    if target is not None and target.exists() and not is_folder(target) and target not in files:
        own = Problems()
        table = read_decisions(target, landscape, own)
        other = any(ABOUT in entry.cells for entry in table.entries)
        if not other and not any(problem.key == "matching.no_decisions" for problem in own):
            problems.extend(own)
            found.append(table)
    return found


def _all(table: Decided) -> list[Decision]:
    """All decisions, those about actors that are gone too: who was united with one of them is not asked about again."""
    return [
        Decision(entry.a or f"?{entry.cells.get('a')}", entry.b or f"?{entry.cells.get('b')}", entry.word, entry.row)
        for entry in table.entries
        if entry.word
    ]


def _last(earlier: Sequence[Decided]) -> dict[frozenset[str], Entry]:
    """The last row about each pair; of actors that are not there, by what is written."""
    kept: dict[frozenset[str], Entry] = {}
    for table in earlier:
        for entry in table.entries:
            kept[frozenset((entry.a or f"?{entry.cells.get('a')}", entry.b or f"?{entry.cells.get('b')}"))] = entry
    return kept


def _implied(decided: Sequence[Decision]) -> Any:
    """Whether decisions about others settle a pair: both in one group, or in groups that are said to be different."""
    group = {id_: number for number, ids in enumerate(groups(decided)) for id_ in ids}
    apart = {
        frozenset((group.get(d.a, d.a), group.get(d.b, d.b))) for d in decided if d.word == "different"
    }  # fmt: skip

    def settled(a: str, b: str) -> bool:
        one, other = group.get(a, a), group.get(b, b)
        return one == other or frozenset((one, other)) in apart

    return settled


def _row(pair: Pair, entry: Entry | None, shown: Shown, language: Language) -> Row:
    why = "; ".join(say(phrase.key, language, **phrase.values) for phrase in pair.why)
    row = {**shown.side("a", pair.a), **shown.side("b", pair.b)}
    rest = {} if entry is None else {key: cell for key, cell in entry.cells.items() if key not in COLUMNS}
    if {pair.a, pair.b} & shown.persons:
        rest["persons"] = shown.check_sum
    return {**rest, **row, "score": pair.score, "why": why, "decision": entry.cells.get("decision") if entry else None}


def _kept_row(entry: Entry, shown: Shown) -> Row:
    """A row that is not proposed (any more), with the names that its actors have now."""
    row: dict[str, Any] = {**dict.fromkeys(COLUMNS), **entry.cells, "score": None}
    for side, id_ in (("a", entry.a), ("b", entry.b)):
        row |= shown.side(side, id_) if id_ else {
            f"name_{side}": shown.clear(entry.cells.get(f"name_{side}", "")), f"row_{side}": None
        }  # fmt: skip
    return row


def _filled(entry: Entry, earlier: Sequence[Decided]) -> bool:
    """Whether people wrote something into a row."""
    added = {heading for table in earlier for heading in table.added}
    return any(entry.cells.get(column) for column in ("decision", *added))
