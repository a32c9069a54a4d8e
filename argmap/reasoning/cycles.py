"""Where a numbered graph goes in circles, found without recursion however deep it is."""

from collections.abc import Iterable, Sequence

Links = Sequence[Sequence[int]]


def blocks(sources: Links) -> list[list[int]]:
    """Return the strongly connected components, each after all that lead into it.

    `sources[n]` are the nodes from which an edge leads to `n`.

    >>> blocks([[], [0, 2], [1], [2]])
    [[0], [1, 2], [3]]
    """
    order, left = _peeled(sources)
    found = [[node] for node in order]
    if left:
        found += (sorted(one) for one in _tarjan(sources, left, set(order)))
    return found


def is_cyclic(sources: Links) -> bool:
    """Tell whether any path leads back to where it began.

    >>> is_cyclic([[], [0]]), is_cyclic([[0]])
    (False, True)
    """
    return bool(_peeled(sources)[1])


def _peeled(sources: Links) -> tuple[list[int], list[int]]:
    """Return the nodes that no cycle leads to, sources first (Kahn 1962), and the others."""
    waiting = [len(into) for into in sources]
    targets: list[list[int]] = [[] for _ in sources]
    for node, into in enumerate(sources):
        for source in into:
            targets[source].append(node)
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:
        for target in targets[node]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order, [node for node, count in enumerate(waiting) if count]


def _tarjan(sources: Links, starts: Iterable[int], done: set[int]) -> list[list[int]]:
    """Return the components among `starts` (Tarjan 1972), the first being led into by none."""
    index: dict[int, int] = dict.fromkeys(done, -1)
    low: dict[int, int] = {}
    stack: dict[int, None] = {}
    found: list[list[int]] = []
    work = [(start, iter((start,))) for start in reversed(list(starts))]
    while work:
        here, following = work[-1]
        deeper = next((one for one in following if one not in index), None)
        if deeper is not None:
            index[deeper] = low[deeper] = len(index)
            stack[deeper] = None
            work.append((deeper, iter(sources[deeper])))
            continue
        work.pop()
        if here not in stack:
            continue  # a start that was reached from an earlier one
        low[here] = min([low[here], *(low[one] for one in sources[here] if one in stack)])
        if low[here] == index[here]:
            found.append([])
            while not found[-1] or found[-1][-1] != here:
                found[-1].append(stack.popitem()[0])
    return found
