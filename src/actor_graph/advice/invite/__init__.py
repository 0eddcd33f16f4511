"""Whom to invite: a proposal with reasons, in which part and through whom; people decide, and that is kept on record.

The exact choice is made by ``advice.invitation``, which knows no landscapes. Here a format of the scheme, the options
and a landscape become its model, and its answer becomes a document that a moderator can argue with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from actor_graph.advice.invite.asking import Options
from actor_graph.advice.invite.earlier import named_file
from actor_graph.advice.invite.planning import planned
from actor_graph.advice.invite.request import Names
from actor_graph.advice.invite.result import Invitation
from actor_graph.advice.invite.told import NoList
from actor_graph.landscape import Landscape
from actor_graph.problems import RequestError
from actor_graph.words import Language

__all__ = ["Invitation", "NoList", "invite"]

Source = str | PathLike[str] | Mapping[str, Any] | Invitation


def invite(
    landscape: Landscape | str | PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the option's name
    seats: str | int | Sequence[int] | None = None,
    include: Names = (),
    exclude: Names = (),
    declined: Names = (),
    earlier: Source | None = None,
    same_as: Source | None = None,
    decided_by: str | None = None,
    patron: str | None = None,
    signatory: str | None = None,
    moderation: str | None = None,
    others: bool = False,
    prove: bool = False,
    seconds: float | None = None,
    count: Sequence[str] = (),
    confirmed: bool = False,
    sensitive: bool = False,
    scheme: str | None = None,
    language: Language | None = None,
    add_missing: bool = False,
) -> Invitation:
    """Propose whom to invite.

    The list keeps all rules of the format. Among all such lists it represents the most types, then the most circles of
    three or more, then it reaches the most actors (invited, or tied to somebody invited), then it invites the fewest,
    then those earliest in the input. On a list without ties fields take the place of circles, then places.

    Parameters
    ----------
    landscape
        What ``read`` gives, or a path.
    format
        A format of the scheme by its key, label or alias; with ``earlier`` that of the earlier list.
    seats
        The fewest and the most instead of the format's: ``"12:15"``, ``(12, 15)``, ``12``.
    include, exclude, declined
        Who has to be invited, who must not be, who has declined; ids or names, ``=reason`` behind each if wanted, or a
        mapping from each to its reason. With ``declined`` the list is planned anew: as many as possible of the earlier
        list stay, which is ``earlier`` where given, else the list as it was without those who declined.
    earlier
        A list for the same event: a file that was written, its document, or an ``Invitation``. What was decided there
        still holds, and stays on record.
    same_as
        A list for another event, whose people are to be invited again: no more are new than have left. Its file is
        never replaced, that of ``earlier`` may be: its record goes on.
    decided_by
        Who decided on what is included, excluded and declined, for the record.
    patron, signatory, moderation
        Entered as they are, and kept on going on with ``earlier``; if ``moderation`` is an actor, it is not invited,
        since it comes from outside.
    others
        Look for other lists of equal value, too.
    prove, seconds
        Go on until the list is proven to be the best; the time for it, else a few seconds.
    count, confirmed
        As for ``analyze``.
    sensitive
        Allow quotas about a sensitive column, without values that fewer than three have, and without persons.
    scheme, language, add_missing
        As for ``read``; the first and the last only where a path is given.

    Raises
    ------
    NoList
        No list keeps all rules; it says which contradict each other, and what would make a list possible.
    RequestError, RequestErrors
        An option names what the landscape does not have.
    """
    if not isinstance(landscape, Landscape):
        from actor_graph.reading import read

        landscape = read(landscape, scheme=scheme, language=language, add_missing=add_missing)
    spoken = language or landscape.language
    if landscape.pseudonyms is not None:
        raise RequestError("invite.no_pseudonyms", spoken)
    options = Options(
        format=format,
        seats=seats,
        include=include,
        exclude=exclude,
        declined=declined,
        earlier=_document(earlier),
        same_as=_document(same_as),
        decided_by=decided_by,
        entered={"patron": patron, "signatory": signatory, "moderation": moderation},
        others=others,
        prove=prove,
        seconds=seconds,
        count=tuple(count),
        confirmed=confirmed,
        sensitive=sensitive,
    )
    told = planned(landscape, options, spoken)
    inputs = (*landscape.inputs, *_of_other_events(landscape, options, told["format"]))
    return Invitation(landscape, told, spoken, inputs)


def _of_other_events(landscape: Landscape, options: Options, format_: str) -> list[Path]:
    """The lists of other events that are gone back to: they stay, while that of ``earlier`` may go on in its file."""
    meant = landscape.scheme.formats[format_].same_as
    named = named_file(landscape, meant) if meant and landscape.scheme.format_key(meant) is None else None
    return [path.absolute() for path in (options.same_as, named) if isinstance(path, Path)]


def _document(source: Source | None) -> Path | Mapping[str, Any] | None:
    if isinstance(source, Invitation):
        return source.to_dict()
    return source if source is None or isinstance(source, Mapping) else Path(source)
