"""One sweep over all open and closed triads: triangles, constraint, brokerage."""

from __future__ import annotations

from actor_graph.measures.graph import Floats, Int32s, Int64s
from actor_graph.measures.kernels.compiled import compiled


@compiled
def triads(
    indptr: Int64s,
    indices: Int32s,
    labels: Int64s,
    tally: Int64s,
    mark: Int64s,
    shared: Floats,
    triangles: Int64s,
    constraint: Floats,
    roles: Int64s,
) -> None:
    """Visit each actor j, its contacts i, and their contacts k, and fill the last three arrays.

    ``triangles``: pairs of contacts of j that are tied. ``constraint``: Burt's, over the contacts. ``roles``: open
    pairs of typed contacts by the types of i, j, k (columns coordinator, consultant, gatekeeper, liaison): all pairs,
    counted from the contacts of each type (``tally``), less the tied ones met on the way. ``mark`` starts at −1,
    ``tally`` and ``shared`` at 0; ``labels`` are −1 for untyped.
    """
    for j in range(len(triangles)):
        begin, end = indptr[j], indptr[j + 1]
        a = labels[j]
        typed = 0
        for e in range(begin, end):
            i = indices[e]
            mark[i] = j
            shared[i] = 0.0
            if labels[i] >= 0:
                tally[labels[i]] += 1
                typed += 1
        closed = 0
        for e in range(begin, end):
            i = indices[e]
            b = labels[i]
            part = 1.0 / (indptr[i + 1] - indptr[i])
            for f in range(indptr[i], indptr[i + 1]):
                k = indices[f]
                if mark[k] == j:
                    closed += 1
                    shared[k] += part
                    if k < i and a >= 0 and b >= 0 and labels[k] >= 0:
                        roles[j, _role(a, b, labels[k])] -= 1
        triangles[j] = closed // 2
        total = 0.0
        for e in range(begin, end):
            share = (1.0 + shared[indices[e]]) / (end - begin)
            total += share * share
        constraint[j] = total
        _count_pairs(indices[begin:end], labels, a, typed, tally, roles[j])


@compiled
def _count_pairs(contacts: Int32s, labels: Int64s, a: int, typed: int, tally: Int64s, roles: Int64s) -> None:
    """Add all pairs of typed contacts of a broker of type a to its roles, tied or not, and set the tally back to 0."""
    own = tally[a] if a >= 0 else 0
    others, alike, squares = typed - own, 0, 0
    for i in contacts:
        b = labels[i]
        if b >= 0:
            if b != a:
                alike += tally[b] * (tally[b] - 1) // 2
                squares += tally[b] * tally[b]
            tally[b] = 0
    if a >= 0:
        roles[0] += own * (own - 1) // 2
        roles[1] += alike
        roles[2] += own * others
        roles[3] += (others * others - squares) // 2


@compiled
def _role(a: int, b: int, c: int) -> int:
    """The column of a broker of type a between contacts of the types b and c."""
    if b == c:
        return 0 if a == b else 1
    return 2 if a in (b, c) else 3
