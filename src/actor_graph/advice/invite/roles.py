"""In which part somebody is invited: what the network says of an actor, as something to be asked for."""

from __future__ import annotations

from actor_graph.advice.invite.scene import Scene

BRIDGES = 2
"""With partners in so many circles beside its own an actor carries what was said to others."""


def role(scene: Scene, actor: int) -> str:
    """The key of the part, the first that holds.

    - ``host``: coordinates by mandate.
    - ``presenter``: known to be not yet networked, even if central in a small circle of its own; it is asked whether
      it wishes to present itself, and not told to.
    - ``door-opener``: a central actor.
    - ``multiplier``: has partners in two circles or more beside its own.
    - ``participant``: everybody else, and whoever has not answered yet.
    """
    about = scene.figures[actor]
    if about["mandate"]:
        return "host"
    if actor in scene.asked_whether:
        return "presenter"
    if about["top_dog"]:
        return "door-opener"
    return "multiplier" if about["bridges_clusters"] >= BRIDGES else "participant"
