"""What of an entry may leave, and so what is published of an actor that agreed: the one place where it is decided.

Outputs take their columns from here, and the boxes of consent in letters and on pages what they name.
"""

from __future__ import annotations

from actor_graph.landscape import Landscape

RELEASED = ("description", "fields", "needs", "offers", "languages", "countries", "place", "website", "members")
PUBLISHED = ("name", "type", *RELEASED)


def further(landscape: Landscape) -> list[str]:
    """Further columns that the landscape names in ``publish_columns``, but for contact data."""
    actors, wanted = landscape.actors, set(landscape.meta.get("publish_columns") or ())
    named = (key for key in actors.extra if key in wanted or actors.headings.get(key, key) in wanted)
    return [key for key in named if key not in actors.contact]
