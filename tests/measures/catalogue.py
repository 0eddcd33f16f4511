"""Small awkward graphs with all their figures worked out by hand.

How, for each: n actors and m ties are counted; density = 2m / (n(n − 1)); the rest is said at the graph. Lists hold one
value per actor in the order of the numbers; a single value in their place holds for every actor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from actor_graph.measures.graph import Graph

NAN = float("nan")


@dataclass(frozen=True)
class Case:
    """A graph, the figures of the whole, and the figures of each actor."""

    name: str
    n: int
    ties: tuple[tuple[int, int], ...]
    whole: dict[str, float]
    each: dict[str, float | list[float]]

    @property
    def graph(self) -> Graph:
        """A new compact graph, nothing known about it yet."""
        ends = np.array(self.ties, dtype=np.int64).reshape(-1, 2)
        return Graph.from_ties(self.n, ends[:, 0], ends[:, 1])


def whole(**figures: float) -> dict[str, float]:
    """The figures of a whole graph under their names."""
    return figures


CATALOGUE = (
    Case(
        "ring of six",
        # Each actor sees two at distance 1, two at 2, one at 3. The 6 pairs at distance 2 have one actor between, the 3
        # at distance 3 two ways with two actors each: 6 + 3·2 = 12 passages, 2 for each actor, of (5·4)/2 = 10.
        6,
        ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)),
        whole(
            density=0.4,
            average_degree=2,
            isolates=0,
            isolate_share=0,
            component_count=1,
            largest_component_share=1,
            connectedness=1,
            degree_centralization=0,
            betweenness_centralization=0,
            transitivity=0,
            average_clustering=0,
            average_path_length=9 / 5,
            diameter=3,
            degree_gini=0,
        ),
        {
            "degree": 2,
            "normalized_degree": 0.4,
            "strength": 2,
            "betweenness": 0.2,
            "harmonic": (2 + 1 + 1 / 3) / 5,
            "core": 2,
            "constraint": 0.5,
            "pieces": 1,
            "top_dogs": 0,
            "status": 0,
            "tie_share": 2 / 6,
        },
    ),
    Case(
        "star of six",
        # All 10 pairs of rays go through the center. Gini: −5 − 3 − 1 + 1 + 3 + 5·5 = 20 over 6·10.
        6,
        ((0, 1), (0, 2), (0, 3), (0, 4), (0, 5)),
        whole(
            density=1 / 3,
            average_degree=10 / 6,
            isolates=0,
            isolate_share=0,
            component_count=1,
            largest_component_share=1,
            connectedness=1,
            degree_centralization=1,
            betweenness_centralization=1,
            transitivity=0,
            average_clustering=0,
            average_path_length=(5 + 10 * 2) / 15,
            diameter=2,
            degree_gini=1 / 3,
        ),
        {
            "degree": [5, 1, 1, 1, 1, 1],
            "normalized_degree": [1, 0.2, 0.2, 0.2, 0.2, 0.2],
            "strength": [5, 1, 1, 1, 1, 1],
            "betweenness": [1, 0, 0, 0, 0, 0],
            "harmonic": [1, 0.6, 0.6, 0.6, 0.6, 0.6],
            "core": 1,
            "constraint": [0.2, 1, 1, 1, 1, 1],
            "pieces": [5, 1, 1, 1, 1, 1],
            "top_dogs": [1, 0, 0, 0, 0, 0],
            "status": 0,
            "tie_share": [1, 0.2, 0.2, 0.2, 0.2, 0.2],
        },
    ),
    Case(
        "complete graph of five",
        # Constraint: 4 contacts, each (1/4 + 3 · 1/16)² = (7/16)².
        5,
        ((0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4)),
        whole(
            density=1,
            average_degree=4,
            isolates=0,
            isolate_share=0,
            component_count=1,
            largest_component_share=1,
            connectedness=1,
            degree_centralization=0,
            betweenness_centralization=0,
            transitivity=1,
            average_clustering=1,
            average_path_length=1,
            diameter=1,
            degree_gini=0,
        ),
        {
            "degree": 4,
            "normalized_degree": 1,
            "strength": 4,
            "betweenness": 0,
            "harmonic": 1,
            "core": 4,
            "constraint": 4 * (7 / 16) ** 2,
            "pieces": 1,
            "top_dogs": 0,
            "status": 0,
            "tie_share": 0.4,
        },
    ),
    Case(
        "two triangles and a bridge",
        # Bridge 2–3. Through 2: {0, 1} × {3, 4, 5} = 6 of 10. Distances: 7 pairs at 1, 4 at 2, 4 at 3: 27 over 15.
        # Triples 4·1 + 2·3 = 10, closed 6. Gini: 2(−5 − 3 − 1 + 1) + 3(3 + 5) = 8 over 6·14.
        # Constraint of 0: (1/2 + 1/2·1/3)² + (1/2 + 1/2·1/2)²; of 2: 2(1/3 + 1/3·1/2)² + (1/3)².
        6,
        ((0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)),
        whole(
            density=7 / 15,
            average_degree=14 / 6,
            isolates=0,
            isolate_share=0,
            component_count=1,
            largest_component_share=1,
            connectedness=1,
            degree_centralization=0.2,
            betweenness_centralization=0.48,
            transitivity=0.6,
            average_clustering=(4 + 2 / 3) / 6,
            average_path_length=27 / 15,
            diameter=3,
            degree_gini=8 / 84,
        ),
        {
            "degree": [2, 2, 3, 3, 2, 2],
            "normalized_degree": [0.4, 0.4, 0.6, 0.6, 0.4, 0.4],
            "strength": [2, 2, 3, 3, 2, 2],
            "betweenness": [0, 0, 0.6, 0.6, 0, 0],
            "harmonic": [19 / 30, 19 / 30, 0.8, 0.8, 19 / 30, 19 / 30],
            "core": 2,
            "constraint": [145 / 144, 145 / 144, 11 / 18, 11 / 18, 145 / 144, 145 / 144],
            "pieces": [1, 1, 2, 2, 1, 1],
            "top_dogs": 0,
            "status": 0,
            "tie_share": [2 / 7, 2 / 7, 3 / 7, 3 / 7, 2 / 7, 2 / 7],
        },
    ),
    Case(
        "three pairs",
        # No component of three, so all are fragments, although each pair is the largest component.
        6,
        ((0, 1), (2, 3), (4, 5)),
        whole(
            density=0.2,
            average_degree=1,
            isolates=0,
            isolate_share=0,
            component_count=3,
            largest_component_share=1 / 3,
            connectedness=0.2,
            degree_centralization=0,
            betweenness_centralization=0,
            transitivity=NAN,
            average_clustering=0,
            average_path_length=1,
            diameter=1,
            degree_gini=0,
        ),
        {
            "degree": 1,
            "normalized_degree": 0.2,
            "strength": 1,
            "betweenness": 0,
            "harmonic": 0.2,
            "core": 1,
            "constraint": 1,
            "pieces": 1,
            "top_dogs": 0,
            "status": 1,
            "tie_share": 1 / 3,
        },
    ),
    Case(
        "58 isolates and a pair",
        # Pairs 60·59/2 = 1770. Centralization 58·(1 − 0) / (59·58). Gini: (118 − 61) + (120 − 61) = 116 over 60·2.
        60,
        ((3, 41),),
        whole(
            density=1 / 1770,
            average_degree=2 / 60,
            isolates=58,
            isolate_share=58 / 60,
            component_count=59,
            largest_component_share=2 / 60,
            connectedness=1 / 1770,
            degree_centralization=1 / 59,
            betweenness_centralization=0,
            transitivity=NAN,
            average_clustering=0,
            average_path_length=1,
            diameter=1,
            degree_gini=116 / 120,
        ),
        {
            "degree": [float(i in (3, 41)) for i in range(60)],
            "normalized_degree": [(i in (3, 41)) / 59 for i in range(60)],
            "strength": [float(i in (3, 41)) for i in range(60)],
            "betweenness": 0,
            "harmonic": [(i in (3, 41)) / 59 for i in range(60)],
            "core": [float(i in (3, 41)) for i in range(60)],
            "constraint": [1.0 if i in (3, 41) else NAN for i in range(60)],
            "pieces": [float(i in (3, 41)) for i in range(60)],
            "top_dogs": 0,
            "status": [1.0 if i in (3, 41) else 2.0 for i in range(60)],
            "tie_share": [float(i in (3, 41)) for i in range(60)],
        },
    ),
    Case(
        "empty",
        0,
        (),
        whole(
            density=NAN,
            average_degree=NAN,
            isolates=0,
            isolate_share=NAN,
            component_count=0,
            largest_component_share=NAN,
            connectedness=NAN,
            degree_centralization=NAN,
            betweenness_centralization=NAN,
            transitivity=NAN,
            average_clustering=NAN,
            average_path_length=NAN,
            diameter=NAN,
            degree_gini=NAN,
        ),
        {
            "degree": [],
            "normalized_degree": [],
            "strength": [],
            "betweenness": [],
            "harmonic": [],
            "core": [],
            "constraint": [],
            "pieces": [],
            "top_dogs": [],
            "status": [],
            "tie_share": [],
        },
    ),
    Case(
        "one actor",
        1,
        (),
        whole(
            density=NAN,
            average_degree=0,
            isolates=1,
            isolate_share=1,
            component_count=1,
            largest_component_share=1,
            connectedness=NAN,
            degree_centralization=NAN,
            betweenness_centralization=NAN,
            transitivity=NAN,
            average_clustering=0,
            average_path_length=NAN,
            diameter=NAN,
            degree_gini=NAN,
        ),
        {
            "degree": 0,
            "normalized_degree": NAN,
            "strength": 0,
            "betweenness": NAN,
            "harmonic": NAN,
            "core": 0,
            "constraint": NAN,
            "pieces": 0,
            "top_dogs": 0,
            "status": 2,
            "tie_share": NAN,
        },
    ),
    Case(
        "two actors apart",
        2,
        (),
        whole(
            density=0,
            average_degree=0,
            isolates=2,
            isolate_share=1,
            component_count=2,
            largest_component_share=0.5,
            connectedness=0,
            degree_centralization=NAN,
            betweenness_centralization=NAN,
            transitivity=NAN,
            average_clustering=0,
            average_path_length=NAN,
            diameter=NAN,
            degree_gini=NAN,
        ),
        {
            "degree": 0,
            "normalized_degree": 0,
            "strength": 0,
            "betweenness": NAN,
            "harmonic": 0,
            "core": 0,
            "constraint": NAN,
            "pieces": 0,
            "top_dogs": 0,
            "status": 2,
            "tie_share": NAN,
        },
    ),
    Case(
        "two actors tied",
        2,
        ((0, 1),),
        whole(
            density=1,
            average_degree=1,
            isolates=0,
            isolate_share=0,
            component_count=1,
            largest_component_share=1,
            connectedness=1,
            degree_centralization=NAN,
            betweenness_centralization=NAN,
            transitivity=NAN,
            average_clustering=0,
            average_path_length=1,
            diameter=1,
            degree_gini=0,
        ),
        {
            "degree": 1,
            "normalized_degree": 1,
            "strength": 1,
            "betweenness": NAN,
            "harmonic": 1,
            "core": 1,
            "constraint": 1,
            "pieces": 1,
            "top_dogs": 0,
            "status": 1,
            "tie_share": 1,
        },
    ),
)
