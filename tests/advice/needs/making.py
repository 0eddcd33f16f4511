"""Actors with what they need and offer, as the analysis hands them on."""

from __future__ import annotations

from typing import Any

from actor_graph.advice.helping import Meaning

MEANING = Meaning({"Räume": ["Saal", "Raum"]})


def actor(id_: str, needs: str = "", offers: str = "", fields: str = "", kind: str | None = None) -> dict[str, Any]:
    """An actor; words are parted by ``;``."""
    lists = {"needs": needs, "offers": offers, "fields": fields}
    told = {key: [word.strip() for word in text.split(";")] for key, text in lists.items() if text}
    return {"id": id_, "name": id_.upper(), "type": kind, **told}
