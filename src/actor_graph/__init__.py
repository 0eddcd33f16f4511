"""Network analysis of actor landscapes: who works with whom, who is outside, who dominates, which circles there are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actor_graph.advice.matches import Matches
    from actor_graph.advice.merging import Merged, merge
    from actor_graph.advice.pairs import match
    from actor_graph.advice.starting import init
    from actor_graph.advice.state import State, check
    from actor_graph.advice.tables import Seating, tables
    from actor_graph.advice.tandems import Tandems, tandems
    from actor_graph.analysis import Analysis, analyze
    from actor_graph.analysis.qap import Qap, qap
    from actor_graph.forgetting import Forgotten, forget
    from actor_graph.landscape import Landscape
    from actor_graph.problems import ActorGraphError, LandscapeError, OutputError, Problem, RequestError
    from actor_graph.reading import read
    from actor_graph.scheme import Scheme
    from actor_graph.views.comparison import Comparison, compare
    from actor_graph.views.directory import Directory, directory
    from actor_graph.views.evolution import Evolution, evolve
    from actor_graph.views.feedback import Feedback, feedback
    from actor_graph.views.grand import Grand, grand
    from actor_graph.views.invitation import Invitation, invite
    from actor_graph.views.letters import invitation_letters
    from actor_graph.views.map import draw_map
    from actor_graph.views.needs import Needs, needs
    from actor_graph.views.pages import pages
    from actor_graph.views.whatif import WhatIf, whatif
    from actor_graph.writing.letters import write_letters

__version__ = "0.1.0"

_HOMES = {
    "init": "advice.starting",
    "write_letters": "writing.letters",
    "read": "reading",
    "check": "advice.state",
    "match": "advice.pairs",
    "merge": "advice.merging",
    "Matches": "advice.matches",
    "Merged": "advice.merging",
    "analyze": "analysis",
    "draw_map": "views.map",
    "needs": "views.needs",
    "Needs": "views.needs",
    "compare": "views.comparison",
    "Comparison": "views.comparison",
    "whatif": "views.whatif",
    "WhatIf": "views.whatif",
    "qap": "analysis.qap",
    "Qap": "analysis.qap",
    "tandems": "advice.tandems",
    "Tandems": "advice.tandems",
    "tables": "advice.tables",
    "Seating": "advice.tables",
    "invite": "views.invitation",
    "Invitation": "views.invitation",
    "invitation_letters": "views.letters",
    "evolve": "views.evolution",
    "Evolution": "views.evolution",
    "directory": "views.directory",
    "Directory": "views.directory",
    "pages": "views.pages",
    "feedback": "views.feedback",
    "Feedback": "views.feedback",
    "grand": "views.grand",
    "Grand": "views.grand",
    "forget": "forgetting",
    "Forgotten": "forgetting",
    "Landscape": "landscape",
    "Analysis": "analysis",
    "State": "advice.state",
    "Scheme": "scheme",
    "Problem": "problems",
    "ActorGraphError": "problems",
    "LandscapeError": "problems",
    "RequestError": "problems",
    "OutputError": "problems",
}

__all__ = [
    "ActorGraphError",
    "Analysis",
    "Comparison",
    "Directory",
    "Evolution",
    "Feedback",
    "Forgotten",
    "Grand",
    "Invitation",
    "Landscape",
    "LandscapeError",
    "Matches",
    "Merged",
    "Needs",
    "OutputError",
    "Problem",
    "Qap",
    "RequestError",
    "Scheme",
    "Seating",
    "State",
    "Tandems",
    "WhatIf",
    "__version__",
    "analyze",
    "check",
    "compare",
    "directory",
    "draw_map",
    "evolve",
    "feedback",
    "forget",
    "grand",
    "init",
    "invitation_letters",
    "invite",
    "match",
    "merge",
    "needs",
    "pages",
    "qap",
    "read",
    "tables",
    "tandems",
    "whatif",
    "write_letters",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that the package itself is light."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
