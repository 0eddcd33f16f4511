"""``python -m actor_graph`` is the command ``actor-graph``."""

from __future__ import annotations

from actor_graph.cli import main

if __name__ == "__main__":
    main()
