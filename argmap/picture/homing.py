"""Where a map's file writes each claim: the one place where a picture draws it in full."""

from argmap.graph import Graph


def homes(graph: Graph) -> dict[str, str]:
    """Return, of each claim that is written within an argument, that argument.

    The map holds claims in the order in which the file writes them: walking the arguments in
    that order meets each claim first where it is written, all other uses of it are references.
    Below a reference only such arguments are walked as the file adds there.
    """
    order = iter((*graph.map.claims, ""))
    awaited = next(order)
    home: dict[str, str] = {}
    walked: set[str] = set()
    for start in (*graph.map.roots, *graph.map.claims):
        stack = [(start, "", True)] if start == awaited else []
        while stack:
            key, within, certain = stack.pop()
            one = graph.map.arguments.get(key)
            if one and (key in walked or not (certain or awaited in one.premises)):
                continue
            here = key == awaited or one is not None
            if key == awaited:
                awaited = next(order)
                home |= {key: within} if within else {}
            stack.extend((other.id, "", here) for other in reversed(graph.into(key)))
            if one:
                walked.add(key)
                stack.extend((premise, key, True) for premise in reversed(one.premises))
    return home
