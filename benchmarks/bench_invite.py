"""How long the exact choice of a list takes, beside what a user would write with scipy's integer solver.

    python3 tasks.py bench invite                      cities of 100 to 5,000 actors; a few minutes
    python3 tasks.py bench invite 100 --runs 9         only this size, more runs
    python3 tasks.py bench invite 1000 --seats 30 40   an extended workshop

Counted is the wall time of the call alone, reading and clusters not included, in turn, and the median of the runs. The
plain formulation is the one of a textbook: a binary variable per actor for "invited" and one for "reached", one per
type and cluster, all goals in one weighted sum, solved as a whole; it has no order among equal lists. It gets at most
``--cap`` seconds. Said is also what is proven: the gap to the most that any list could reach, and whether the list is
the first of its equals. The cities come from ``../shared/benchmarks``. What is wanted: 100 actors within a second,
5,000 with reach proven within 30, and from 500 to 2,000 a gap of at most 3 % within 10.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import actor_graph  # noqa: E402
from actor_graph.advice.invitation import Model, Parity, Rule, choose, holds, lowered, value  # noqa: E402
from actor_graph.measures.clusters import clusters  # noqa: E402
from actor_graph.measures.graph import Graph  # noqa: E402

SHARED = ROOT.parent / "shared" / "benchmarks"
SIZES = (100, 500, 1_000, 2_000, 5_000)


class Told(NamedTuple):
    """What one run says of its list."""

    invited: tuple[int, ...]
    gap: float | None
    word: str


def main() -> None:
    """Measure the sizes asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of actors (100 500 1000 2000 5000)")
    parser.add_argument("--runs", type=int, help="runs of each (5 up to 100 actors, else 1)")
    parser.add_argument("--seats", nargs=2, type=int, default=[12, 15], help="the least and the most invited (12 15)")
    parser.add_argument("--cap", type=float, default=60.0, help="the most seconds for the plain formulation (60)")
    asked = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("../shared is not here: without its cities there is nothing to choose from.")
    print(f"Wall seconds, {asked.seats[0]} to {asked.seats[1]} seats, median (runs); × is how many times ours it takes")
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.sizes or SIZES:
            measure(city(Path(folder), size, (asked.seats[0], asked.seats[1])), asked.runs, asked.cap)


def measure(model: Model, runs: int | None, cap: float) -> None:
    """One city: both in turn, the medians, the ratio, and what each has proven."""
    ways: dict[str, Callable[[], Told]] = {"actor-graph": lambda: ours(model), "plain": lambda: plain(model, cap)}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    said: dict[str, Told] = {}
    for _ in range(runs or (5 if model.n <= 100 else 1)):
        for name, way in ways.items():
            start = time.perf_counter()
            said[name] = way()
            taken[name].append(time.perf_counter() - start)
    print(f"{model.n:,} actors", flush=True)
    for name, seconds in taken.items():
        ratio = median(seconds) / median(taken["actor-graph"])
        print(
            f"  {name:<12} {median(seconds):8.2f} s ({len(seconds)}) {ratio:8.1f} ×   {told(model, said[name])}",
            flush=True,
        )


def told(model: Model, said: Told) -> str:
    """What a list is worth and what is proven about it."""
    if not said.invited:
        return "no list"
    worth = value(model, said.invited)
    gap = "gap unknown" if said.gap is None else f"gap {100 * said.gap:.1f} %"
    broken = "" if holds(model, said.invited) else ", BREAKS A RULE"
    return f"types {worth.types}, clusters {worth.clusters}, reached {worth.reached}, {gap}, {said.word}{broken}"


def ours(model: Model) -> Told:
    """The list of the package."""
    found = choose(model)
    if found is None:
        return Told((), None, "")
    proof = "proven" if found.optimal else "not proven"
    return Told(found.invited, float(found.gap), f"{proof}, {found.tie_break}")


def plain(model: Model, cap: float) -> Told:
    """A list by the formulation of a textbook."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, vstack

    n, sets = model.n, [*model.types, *model.circles, *model.reach]
    width, rows, low = n + len(sets), [], []

    def row(least: float, *parts: tuple[Any, float]) -> None:
        weights = np.zeros(width)
        for places, weight in parts:
            weights[list(places)] += weight
        rows.append(csr_array(weights[None, :]))
        low.append(least)

    for number, members in enumerate(sets):
        row(0, (members, 1), ([n + number], -1))
    everyone = range(n)
    row(model.seats[0], (everyone, 1))
    row(-model.seats[1], (everyone, -1))
    for rule in model.rules:
        for least, sign in ((rule.min, 1), (rule.max, -1)):
            if least is not None:
                row(sign * least, (rule.members, sign))
        if rule.min_share is not None:
            row(0, (rule.members, 1), (everyone, -float(rule.min_share)))
    for two in model.parities:
        row(-two.apart, (two.one, 1), (two.other, -1))
        row(-two.apart, (two.one, -1), (two.other, 1))
    types, circles = len(model.types), len(model.circles)
    few = model.seats[1] + 1
    reached = few * (n + 1)
    goals = [-1] * n + [reached * (circles + 1)] * types + [reached] * circles + [few] * n
    found = milp(
        -np.array(goals, dtype=float),
        integrality=np.ones(width),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(vstack(rows, format="csr"), np.array(low), np.inf),
        options={"mip_rel_gap": 0, "time_limit": cap},
    )
    if found.x is None:
        return Told((), None, "")
    invited = tuple(np.flatnonzero(found.x[:n] > 0.5).tolist())
    most = int(-found.mip_dual_bound % reached // few) if found.status == 0 else None
    gap = None if most is None else max(0, most - value(model, invited).reached) / max(1, most)
    return Told(invited, gap, "proven" if found.status == 0 else "stopped")


def city(folder: Path, size: int, seats: tuple[int, int]) -> Model:
    """The choice of a planning workshop in a city: quotas, a parity, few central actors, some with hardly a tie."""
    place = folder / str(size)
    subprocess.run(
        [sys.executable, SHARED / "gen_landscape.py", place, str(size)], check=True, stdout=subprocess.DEVNULL
    )
    landscape = actor_graph.read(place)
    ends = np.array([landscape.ties["source"], landscape.ties["target"]], dtype=np.int64)
    graph = Graph.from_ties(size, ends[0], ends[1])
    kinds = [kind[0] if kind else "" for kind in landscape.actors["type"]]
    types = {kind: frozenset(i for i in range(size) if kinds[i] == kind) for kind in sorted(set(kinds))}
    labels = clusters(graph, list(landscape.actors["id"]))
    order = np.argsort(-graph.degree, kind="stable").tolist()
    model = Model(
        candidates=tuple(range(size)),
        seats=seats,
        neighbors=tuple(frozenset(graph.indices[graph.indptr[i] : graph.indptr[i + 1]].tolist()) for i in range(size)),
        rules=(
            Rule("not yet networked", frozenset(np.flatnonzero(graph.degree == 0).tolist()), min=2, shipped=True),
            Rule("central", frozenset(order[: max(2, size // 40)]), max=2),
            Rule("association", types["association"], min_share=Fraction("0.3")),
            Rule("public body", types["public_body"], min=1),
            Rule("church", types["church"], min=1),
        ),
        parities=(Parity("foundation, school", types["foundation"], types["school"]),),
        types=tuple(types.values()),
        clusters=tuple(frozenset(np.flatnonzero(labels == k).tolist()) for k in range(int(labels.max()) + 1)),
    )
    return lowered(model)[0]


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This did not run: {' '.join(map(str, failed.cmd))}")
