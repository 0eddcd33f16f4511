"""Whom to invite, as people work with it: a sheet to tick off, a table, a page to print, and the decision record."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import MappingProxyType
from typing import ParamSpec

from actor_graph.advice.invite import Invitation as Proposal
from actor_graph.advice.invite import invite as propose

__all__ = ["Invitation", "invite"]

Asked = ParamSpec("Asked")


class Invitation(Proposal):
    """Who is proposed to be invited, why, in which part, and what holds of the list; for the office alone.

    ``write`` makes a workbook to tick off (``.xlsx``), the list as a table (``.csv``), a page to print (``.html``) or
    the document (``.json``).
    """

    makers = MappingProxyType(
        {
            **Proposal.makers,
            ".xlsx": lambda made: _book(made),
            ".csv": lambda made: _table(made),
            ".html": lambda made: _page(made),
        }
    )


def _book(made: Proposal) -> bytes:
    from actor_graph.views.invitation.sheets import book
    from actor_graph.views.invitation.told import Told

    return book(Told(made, made.language))


def _table(made: Proposal) -> bytes:
    from actor_graph.views.invitation.sheets import table
    from actor_graph.views.invitation.told import Told

    return table(Told(made, made.language))


def _page(made: Proposal) -> bytes:
    from actor_graph.views.invitation.html import page
    from actor_graph.views.invitation.told import Told

    return page(Told(made, made.language))


def _with_forms(make: Callable[Asked, Proposal]) -> Callable[Asked, Invitation]:
    @wraps(make)
    def made(*args: Asked.args, **options: Asked.kwargs) -> Invitation:
        found = make(*args, **options)
        return Invitation(found.landscape, found.to_dict(), found.language, found.inputs)

    return made


invite = _with_forms(propose)
