"""How much computing time one whole ``analyze --json`` takes beside what a user would write with networkx or igraph.

    python3 tasks.py bench                    cities of 100, 1,000 and 10,000 actors; about three minutes
    python3 tasks.py bench 1000 --runs 9      only this size, more runs
    python3 tasks.py bench --networkx-too     networkx at 10,000 as well: about half an hour a run

Counted is the processor time of a process and all its threads from start to exit, imports included, in turn (one run
of each, then the next of each), and the median of the runs. Our compiled kernels and everybody's bytecode are made in
a run before that is not counted. The peers and the cities come from ``../shared/benchmarks``; the peers run in a
virtual environment of their own (networkx, igraph, numpy; without matplotlib, whose import would cost igraph a
second), with every path exact as ours are: by themselves they would only sample beyond 5,000 actors.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from statistics import median

try:
    import resource
except ImportError:
    sys.exit("Windows does not tell the processor time of other processes: run this on Linux or macOS.")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "benchmarks"
PEERS = ROOT / ".venvs" / "peers"
PEER_PYTHON = PEERS / "bin" / "python"
PEER_LIBRARIES = ("igraph", "networkx", "numpy")
OURS = [sys.executable, "-c", "from actor_graph.cli import main; main()"]
NO_CHANCE = ("--rewires", "0", "--perms", "0", "--gnm", "0", "--exact-max", "1000000")
TOO_SLOW_FOR_NETWORKX = 5_000
START_LIMIT = 0.3


def main() -> None:
    """Measure the starts, then the sizes asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of actors (100 1000 10000)")
    parser.add_argument("--runs", type=int, help="runs of each (7, 5, 3 by size)")
    parser.add_argument("--networkx-too", action="store_true", help="let networkx run at 10,000 actors as well")
    asked = parser.parse_args()
    measure_starts()
    if not SHARED.is_dir():
        print("\n../shared is not here: without its peers and its cities there is nothing to compare with.")
        return
    make_peers()
    print("\nCPU seconds, median (runs); × is how many times ours it takes", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.sizes or [100, 1_000, 10_000]:
            measure_city(Path(folder), size, asked.runs, asked.networkx_too)


def measure_starts() -> None:
    """The wall time of ``--help`` and ``--version``."""
    for option in ("--version", "--help"):
        cost([*OURS, option])
        walls = [cost([*OURS, option])[1] for _ in range(7)]
        verdict = "within" if median(walls) <= START_LIMIT else "NOT within"
        print(f"{option:<10} {median(walls):.3f} s of wall time, {verdict} {START_LIMIT} s", flush=True)


def make_peers() -> None:
    """The environment of the peers, made once."""
    if not PEER_PYTHON.exists():
        print("Making the environment of the peers ...", flush=True)
        venv.EnvBuilder(with_pip=True, symlinks=True).create(PEERS)
    pip = [PEER_PYTHON, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "install", *PEER_LIBRARIES], check=True)


def measure_city(folder: Path, size: int, runs: int | None, networkx_too: bool) -> None:
    """One city: every contender in turn, the medians and the ratios."""
    city = folder / str(size)
    subprocess.run([PEER_PYTHON, SHARED / "gen_landscape.py", city, str(size)], check=True, stdout=subprocess.DEVNULL)
    commands = {"actor-graph": [*OURS, "analyze", str(city), "--json"]}
    for peer in ("igraph", "networkx"):
        if peer == "igraph" or size <= TOO_SLOW_FOR_NETWORKX or networkx_too:
            commands[peer] = [str(PEER_PYTHON), str(SHARED / f"peer_{peer}.py"), str(city), *NO_CHANCE]
    for name, command in commands.items():
        if name == "actor-graph" or size <= TOO_SLOW_FOR_NETWORKX:
            cost(command)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs or (7 if size <= 100 else 5 if size <= 1_000 else 3)):
        for name, command in commands.items():
            taken[name].append(cost(command)[0])
    report(size, taken)


def report(size: int, taken: dict[str, list[float]]) -> None:
    """One line per contender."""
    ours = median(taken["actor-graph"])
    print(f"{size:,} actors")
    for name, seconds in taken.items():
        spread = f"({len(seconds)}: {min(seconds):.2f} to {max(seconds):.2f})"
        print(f"  {name:<12} {median(seconds):9.2f}  {spread:<22} {median(seconds) / ours:7.2f} ×", flush=True)
    if "networkx" not in taken:
        print("  networkx     left out: about half an hour a run at this size; --networkx-too runs it", flush=True)


def cost(command: list[str]) -> tuple[float, float]:
    """Processor and wall seconds of a process and all that it starts."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}
    if command[0] == sys.executable:
        env["PYTHONPATH"] = str(ROOT / "src")
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This did not run: {' '.join(map(str, failed.cmd))}")
