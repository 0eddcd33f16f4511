"""The command ``actor-graph``, also as ``python -m actor_graph``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; an interrupt is answered from the first moment on, while the program is still loaded."""
    try:
        from actor_graph.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
