"""How soon the map stands still beside pyvis' own page, how long a frame takes, and what a layout costs and is worth.

    python3 tasks.py bench map                    all of it: about five minutes
    python3 tasks.py bench map opening frames     only these parts (opening, frames, layout)
    python3 tasks.py bench map --cap 300          wait five minutes for pyvis' page to settle, not one

``opening``: a city of 150 and one of 2,000 actors, both pages in turn in the same browser without a network; seconds
from the start of the navigation until the picture stands: ours says ``data-settled``, pyvis' page (made as one would:
``cdn_resources="in_line"``, physics as it comes) tells that its stabilization is done. ``frames``: our page at 2,000
actors; the longest gap between two frames in each step of a gesture. ``layout``: seconds and stress at 500 and 5,000
actors beside networkx: Σ (s·‖xᵢ − xⱼ‖ − dᵢⱼ)² / dᵢⱼ² per pair at the best scale s; 0 where every distance on the sheet
is the number of steps. "whole" is the map's layout, with circles that keep apart and with room for names, which costs
stress. Cities come from ``../shared/benchmarks`` where that is, else from a generator here, always with a seed.
networkx needs scipy for its layouts, so it runs in the environment of the peers.

Measured on 2 cores that other work shared: at 5,000 actors ``stress_layout`` takes 0.9 s of computing for a stress of
0.165 and "whole" 5 s for 0.220; networkx' spring layout takes a minute, 28 s where little else runs, for 0.181. What
"whole" pays is for circles that keep apart: with the same centers and circles that overlap it would be 0.172.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "benchmarks")]

import bench_analyze  # noqa: E402

import actor_graph  # noqa: E402
import tasks  # noqa: E402
from actor_graph.measures import clusters, isolation  # noqa: E402
from actor_graph.measures.cohesion import components  # noqa: E402
from actor_graph.measures.graph import Floats, Graph  # noqa: E402
from actor_graph.views.layout import lay_out, radii  # noqa: E402
from actor_graph.views.layout.stress import stress, stress_layout  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PARTS = ("opening", "frames", "layout")
RUNS = 3
OURS_STANDS = """() => {
  const look = () => {
    if (document.documentElement?.dataset.settled) window.stands ??= performance.now(); else setTimeout(look, 1);
  };
  look();
}"""
PYVIS_STANDS = """() => {
  const look = () => {
    if (!window.network?.on) { setTimeout(look, 1); return; }
    const stands = () => { window.stands ??= performance.now(); };
    for (const event of ["stabilizationIterationsDone", "stabilized"]) network.on(event, stands);
  };
  look();
}"""
WATCH_FRAMES = """() => {
  let last = performance.now();
  const next = (now) => {
    window.longest = Math.max(window.longest ?? 0, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}"""
LONGEST_GAP = """() => new Promise((done) => {
  let left = 3;
  const next = () => { left -= 1; if (left) requestAnimationFrame(next); else done(window.longest); };
  requestAnimationFrame(next);
})"""
PEER = """
import sys, time, numpy as np, networkx as nx
ends = np.load(sys.argv[1]); graph = nx.Graph(); graph.add_nodes_from(range(int(sys.argv[4])))
graph.add_edges_from(ends.tolist()); layout = getattr(nx, sys.argv[2])
options = {"seed": 1} if sys.argv[2] == "spring_layout" else {}
start = time.perf_counter(); places = layout(graph, **options); print(time.perf_counter() - start)
np.save(sys.argv[3], np.array([places[i] for i in range(len(graph))]))
"""


def main() -> None:
    """Measure the parts asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", help="which of opening, frames, layout (all)")
    parser.add_argument("--cap", type=float, default=60, help="seconds to wait for pyvis' page (60)")
    asked = parser.parse_args()
    if wrong := [part for part in asked.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(wrong)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: dict[str, Callable[[], None]] = {
            "opening": lambda: in_browser(lambda browser: measure_opening(browser, folder, asked.cap)),
            "frames": lambda: in_browser(lambda browser: measure_frames(browser, folder)),
            "layout": lambda: measure_layouts(folder),
        }
        for part in asked.parts or PARTS:
            parts[part]()


def city(folder: Path, size: int) -> Path:
    """The folder of a city of this size, made by the shared generator or, without it, by ours."""
    place = folder / str(size)
    if place.exists():
        return place
    shared = bench_analyze.SHARED / "gen_landscape.py"
    if shared.exists():
        subprocess.run([sys.executable, str(shared), str(place), str(size)], check=True, stdout=subprocess.DEVNULL)
        return place
    place.mkdir()
    random, ends = np.random.default_rng(1), set()
    block, weight = random.integers(0, max(size // 25, 1), size), random.lognormal(0, 0.9, size)
    while len(ends) < 3 * size:
        i = int(random.choice(size, p=weight / weight.sum()))
        mates = np.flatnonzero(block == block[i]) if random.random() < 0.7 else np.arange(size)
        j = int(random.choice(mates, p=weight[mates] / weight[mates].sum()))
        if i != j:
            ends.add((min(i, j), max(i, j)))
    kinds = ("association", "company", "public_body", "church", "school")
    _write(place / "actors.csv", [("id", "name", "type")], [(f"a{i}", f"Actor {i}", kinds[i % 5]) for i in range(size)])
    _write(place / "ties.csv", [("source", "target")], [(f"a{i}", f"a{j}") for i, j in sorted(ends)])
    return place


def _write(path: Path, head: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([*head, *rows])


def in_browser(measure: Callable[[Browser], None]) -> None:
    """Measure in a browser of its own, or say that there is none."""
    if importlib.util.find_spec("playwright") is None:
        print("Playwright is not here: python3 tasks.py bench map sets it up.")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tasks.find_browser(), args=list(tasks.HEADLESS))
        measure(browser)
        browser.close()


def opened(browser: Browser, path: Path, hook: str) -> Page:
    """A page of 1280×800 that gets nothing from elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    context.route("http*://**", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(0)
    page.add_init_script(f"({hook})()")
    page.goto(path.as_uri(), wait_until="commit")
    return page


def until_it_stands(browser: Browser, path: Path, hook: str, cap: float) -> float:
    """Seconds from the start of the navigation until the picture stands; infinite beyond the cap."""
    from playwright.sync_api import TimeoutError as TooLate

    page = opened(browser, path, hook)
    try:
        page.wait_for_function("window.stands", timeout=1000 * cap)
        seconds = float(page.evaluate("window.stands")) / 1000
    except TooLate:
        seconds = float("inf")
    page.context.close()
    return seconds


def measure_opening(browser: Browser, folder: Path, cap: float) -> None:
    """Both pages in turn, at both sizes."""
    print("\nOpening to settled picture, seconds, median (runs)", flush=True)
    for size in (150, 2_000):
        pages = {
            "actor-graph": (our_page(folder, size), OURS_STANDS),
            "pyvis": (pyvis_page(folder, size), PYVIS_STANDS),
        }
        taken: dict[str, list[float]] = {name: [] for name in pages}
        for _ in range(RUNS):
            for name, (path, hook) in pages.items():
                if float("inf") not in taken[name]:
                    taken[name].append(until_it_stands(browser, path, hook, cap))
        ours = median(taken["actor-graph"])
        print(f"{size:,} actors")
        for name, seconds in taken.items():
            late = float("inf") in seconds
            found = f"over {cap:.0f} s" if late else f"{median(seconds):9.2f}"
            times = f"over {cap / ours:.0f} ×" if late else f"{median(seconds) / ours:7.2f} ×"
            weight = pages[name][0].stat().st_size / 1e6
            print(f"  {name:<12} {found:>10}  ({len(seconds)})  {times:>12}   {weight:.2f} MB", flush=True)


def our_page(folder: Path, size: int) -> Path:
    """Our map of a city."""
    path = folder / f"ours_{size}.html"
    if not path.exists():
        text = actor_graph.draw_map(actor_graph.analyze(actor_graph.read(city(folder, size)), draws=50))
        path.write_text(text, encoding="utf-8", newline="\n")
    return path


def pyvis_page(folder: Path, size: int) -> Path:
    """The same city as pyvis draws it for somebody who follows its documentation."""
    from pyvis.network import Network

    landscape = actor_graph.read(city(folder, size))
    network = Network(height="750px", width="100%", cdn_resources="in_line")
    kinds = [kind[0] if kind else "" for kind in landscape.actors["type"]]
    places = range(len(landscape.actors))
    network.add_nodes(list(places), label=[str(name) for name in landscape.actors["name"]])
    for node, kind in zip(network.nodes, kinds, strict=True):
        node["group"] = kind
    network.add_edges(
        [(int(i), int(j)) for i, j in zip(landscape.ties["source"], landscape.ties["target"], strict=True)]
    )
    path = folder / f"pyvis_{size}.html"
    path.write_text(network.generate_html(), encoding="utf-8")
    return path


def measure_frames(browser: Browser, folder: Path) -> None:
    """Zoom, pan, hover, drag and choose on our page at 2,000 actors."""
    page = opened(browser, our_page(folder, 2_000), OURS_STANDS)
    page.wait_for_function("window.stands")
    page.evaluate(WATCH_FRAMES)
    mouse = page.mouse
    print("\nFrames at 2,000 actors, milliseconds: the longest gap in each step, median and worst", flush=True)

    def gesture(name: str, steps: Sequence[Callable[[], Any]]) -> None:
        gaps = []
        for step in steps:
            page.evaluate("window.longest = 0")
            step()
            gaps.append(float(page.evaluate(LONGEST_GAP)))
        print(f"  {name:<12} {median(gaps):6.0f} {max(gaps):6.0f}", flush=True)

    mouse.move(700, 450)
    gesture("zoom in", [lambda: mouse.wheel(0, -100)] * 14)
    gesture("pan", [mouse.down, *[lambda i=i: mouse.move(700 - 12 * i, 450 - 8 * i) for i in range(1, 20)], mouse.up])
    gesture("hover", [lambda i=i: mouse.move(420 + 25 * i, 300 + 20 * (i % 5)) for i in range(20)])
    gesture("zoom out", [lambda: mouse.wheel(0, 100)] * 14)
    page.locator("#picture").focus()
    page.keyboard.press("0")
    x, y = on_screen(page)
    mouse.move(x, y)
    gesture("drag", [mouse.down, *[lambda i=i: mouse.move(x + 6 * i, y + 4 * i) for i in range(1, 20)], mouse.up])
    page.locator("#picture").focus()
    gesture("choose", [lambda key=key: page.keyboard.press(key) for key in ("ArrowRight", "Enter", "Escape") * 4])
    page.context.close()


def on_screen(page: Page) -> tuple[float, float]:
    """Where the actor with the most ties stands while the whole map is seen."""
    found = page.evaluate("""() => {
      const read = (id) => JSON.parse(document.getElementById(id).textContent);
      const { actors } = read("analysis"), [left, top, right, bottom] = read("page").picture.bounds;
      const most = actors.reduce((a, b) => ((b.degree ?? 0) > (a.degree ?? 0) ? b : a));
      const box = document.querySelector("#canvas canvas").getBoundingClientRect();
      const scale = Math.min(box.width / (right - left), box.height / (bottom - top));
      return [box.left + box.width / 2 + (most.x - (left + right) / 2) * scale,
        box.top + box.height / 2 + (most.y - (top + bottom) / 2) * scale];
    }""")
    return float(found[0]), float(found[1])


def measure_layouts(folder: Path) -> None:
    """Seconds and stress of ours and of networkx' layouts on the largest component of a city."""
    bench_analyze.PEER_LIBRARIES = (*bench_analyze.PEER_LIBRARIES, "scipy")
    bench_analyze.make_peers()
    print("\nLayout of the largest component: seconds, stress (0 is best)", flush=True)
    stress_layout(network_of(folder, 500))
    whole(network_of(folder, 500))
    for size in (500, 5_000):
        graph = network_of(folder, size)
        print(f"{size:,} actors, {graph.n:,} of them in the component")
        for name, layout in (("stress_layout", stress_layout), ("whole", whole)):
            start = time.perf_counter()
            at = layout(graph)
            tell(name, time.perf_counter() - start, graph, at)
        for name in ("kamada_kawai_layout", "spring_layout") if size <= 500 else ("spring_layout",):
            tell("networkx " + name.removesuffix("_layout"), *peer(folder, graph, name))
        if size > 500:
            print("  networkx kamada_kawai left out: its time grows with the cube of the actors", flush=True)


def tell(name: str, seconds: float, graph: Graph, at: Floats) -> None:
    """One line of the table."""
    print(f"  {name:<24} {seconds:9.2f} s   {stress(graph, at):.4f}", flush=True)


def network_of(folder: Path, size: int) -> Graph:
    """The largest component of a city."""
    ties = actor_graph.read(city(folder, size)).ties
    ends = np.array([ties["source"], ties["target"]], dtype=np.int64)
    graph = Graph.from_ties(size, ends[0], ends[1])
    part, _ = components(graph)
    return graph.induced(part == np.argmax(np.bincount(part)))


def whole(graph: Graph) -> Floats:
    """The places of the map's layout, with circles and names."""
    names = [f"Verein für Begegnung {i}" for i in range(graph.n)]
    found = clusters.clusters(graph, [str(i) for i in range(graph.n)])
    laid = lay_out(graph, found, np.full(graph.n, isolation.NETWORKED, dtype=np.int8), radii(graph.degree), names)
    return np.stack([laid.x, laid.y], axis=1)


def peer(folder: Path, graph: Graph, layout: str) -> tuple[float, Graph, Floats]:
    """Seconds of a layout of networkx, its imports not counted, and its places."""
    u, v, _ = graph.ties()
    np.save(folder / "ends.npy", np.stack([u, v], axis=1))
    command = [str(bench_analyze.PEER_PYTHON), "-c", PEER, str(folder / "ends.npy"), layout, str(folder / "at.npy")]
    done = subprocess.run([*command, str(graph.n)], check=True, capture_output=True, text=True)
    return float(done.stdout), graph, np.load(folder / "at.npy")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        sys.exit(f"This did not run: {' '.join(map(str, failed.cmd))}\n{failed.stderr or ''}")
