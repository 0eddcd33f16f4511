"""All measures of one landscape, as the answer to the five questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from actor_graph.analysis.document import Progress, look
from actor_graph.analysis.key import keep_key, key_file, with_pseudonyms
from actor_graph.analysis.pace import HowFar, nobody_asks
from actor_graph.analysis.request import request
from actor_graph.analysis.result import Analysis
from actor_graph.landscape import Landscape
from actor_graph.measures.kernels import compiled
from actor_graph.words import Language

__all__ = ["Analysis", "analyze"]


def analyze(
    landscape: Landscape,
    *,
    by: str | None = None,
    audience: str = "office",
    without: Sequence[str] = (),
    count: Sequence[str] = (),
    confirmed: bool = False,
    seed: int = 1,
    draws: int | None = None,
    language: Language | None = None,
    sensitive: bool = False,
    with_contacts: bool = False,
    show: Sequence[str] = (),
    pseudonymize: bool | str | Path = False,
    chance: bool = False,
    missing: bool = False,
    workers: int | None = None,
    progress: Progress = lambda step: None,
    how_far: HowFar = nobody_asks,
) -> Analysis:
    """Work out all figures of a landscape.

    Parameters
    ----------
    by
        The actors' column that stands wherever a figure says type; default the landscape's ``by``, else ``type``.
    audience
        ``office``, ``participants`` or ``public``: what they must not see is not in the answer.
    without
        Ids or names of actors to leave out, as if they were not there.
    count
        Kinds of ties that count instead of the scheme's; ``all`` for every kind.
    confirmed
        Keep only ties that both ends stated.
    seed, draws
        Where chance is drawn: the seed, and the number of dealings (the scheme's ``dealings``, 2,000) and, with
        ``chance``, of random scenes of each kind (1,000).
    language
        Of messages and sentences; default the landscape's.
    sensitive
        Allow ``by`` and ``show`` to name a sensitive column; values held by fewer than three, and those of persons,
        count as missing.
    with_contacts
        Let contact columns leave with the actors.
    show
        Further columns of the actors that may be seen: they stand under ``shown``, a cell per actor. Contact data are
        refused without ``with_contacts``, sensitive columns without ``sensitive``, and outside the office all that
        ``publish_columns`` does not name; cells of natural persons stay away.
    pseudonymize
        Numbers stand for all names, and nothing is told that could name an actor; the result is pseudonymized, not
        anonymous. With True the stand-ins are those of the key beside the landscape, if there is one; the key is
        ``Analysis.key``, and in a file only once ``Analysis.write_key`` is called. With the path of a key file its
        stand-ins are kept, and it is written (mode 0600) once the figures are there.
    chance
        Lay the figures beside chance: random scenes of the same size, scenes with the same degrees, and the types
        dealt anew (see ``measures.nulls``); ``Analysis.chance`` is the table.
    missing
        What the answers that are missing could change: bounds, a range of 200 completions, and how figures and
        rankings hold when actors or ties are taken away at random (see ``analysis.missing``). Not with ``confirmed``.
    workers
        How many threads may work at a time; default one per core. The figures do not depend on it.
    progress
        Called with the name of each step as it begins.
    how_far
        Called, in any thread, as random scenes and completions are drawn: with how many are done of how many, and about
        how many seconds are left (None before anything is known).

    Raises
    ------
    RequestError
        An option names what the landscape does not have.
    """
    key = key_file(pseudonymize)
    if pseudonymize:
        landscape = with_pseudonyms(landscape, pseudonymize, language)
    asked = request(
        landscape,
        by=by,
        audience=audience,
        without=without,
        count=count,
        confirmed=confirmed,
        seed=seed,
        draws=draws,
        language=language,
        sensitive=sensitive,
        with_contacts=with_contacts,
        show=show,
        missing=missing,
        chance=chance,
    )
    with compiled.working(workers):
        analysis = Analysis(asked, look(asked, progress, how_far))
    if key is not None:
        keep_key(landscape, key)
    return analysis
