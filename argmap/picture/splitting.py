"""A large map on several sheets: an overview, and one for each branch that goes on elsewhere.

Each claim is at home on one sheet, with all that bears on it there or on sheets that its box leads
to. A sheet is called after the claim on top of it, so that the others keep their names when one
comes or goes. Nothing here is recursive, and equal maps are split equally.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from argmap.graph import Graph
from argmap.model import ArgMap
from argmap.picture.diagram import Diagram
from argmap.picture.scoping import Place, Scope, Sheet
from argmap.text import slug

LIMIT = 30  # boxes on a sheet, as many as one reads on a large page
ENOUGH = 12  # boxes, below which a sheet shows a level more
SMALL = 3  # claims below a box that are drawn with it
OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class _Tree:
    """Which claims are drawn right below which, and how many at and below each; "" is the top."""

    below: Mapping[str, Sequence[str]]
    sizes: Mapping[str, int]


def sheets(argmap: ArgMap, drawn: Diagram, suffix: str) -> list[Sheet]:
    """Return the sheets of a map whose whole picture is known: the overview, then in order."""
    tree = _tree(drawn)
    shown: dict[str, list[str]] = {}  # by the claim on top, what is at home on its sheet
    ends: dict[str, list[str]] = {}
    waiting = [""]
    while waiting:
        top = waiting.pop()
        shown[top], ends[top] = _filled(tree, top)
        waiting.extend(reversed(ends[top]))
    files = tuple(_file(top) + suffix for top in shown)
    numbers = {top: number for number, top in enumerate(shown)}
    homes = {
        key: Place(numbers[top], files[numbers[top]])
        for owner, keys in shown.items()
        for key in keys
        for top in [key if key in shown else owner]
    }
    graph = Graph(argmap)
    return [Sheet(files, numbers[top], _scope(graph, shown, top), homes) for top in shown]


def _filled(tree: _Tree, top: str) -> tuple[list[str], list[str]]:
    """Return what is drawn on the sheet of a claim, and which of it goes on on a sheet of its own.

    That is all of a small branch. Of a large one it is the next level, more where that is little,
    and what is small anyway.
    """
    shown, level = [top] if top else [], [top]
    must = 2 if not top and len(tree.below[""]) == 1 else 1  # a thesis stands with its reasons
    while level:
        inside = [below for key in level for below in _all_below(tree, key)]
        if len(shown) + len(inside) <= LIMIT:
            return shown + inside, []
        deeper = [key for one in level for key in tree.below.get(one, ())]
        if must <= 0 and (len(shown) >= ENOUGH or len(shown) + len(deeper) > LIMIT):
            break
        shown += deeper
        level, must = [key for key in deeper if tree.sizes[key] > 1], must - 1
    ends = []
    for key in level:
        inside = _all_below(tree, key)
        if len(inside) <= SMALL and len(shown) + len(inside) <= LIMIT + ENOUGH:
            shown += inside
        else:
            ends.append(key)
    return shown, ends


def _all_below(tree: _Tree, key: str) -> list[str]:
    found = list(tree.below.get(key, ()))
    for one in found:
        found.extend(tree.below.get(one, ()))
    return found


def _scope(graph: Graph, shown: Mapping[str, Sequence[str]], top: str) -> Scope:
    """Return what a sheet draws: nothing below claims that are at home, or go on, elsewhere."""
    own = {key for key in shown[top] if key == top or key not in shown}
    reached, folded = dict.fromkeys([top] if top else shown[""]), []
    queue = list(reached)
    for here in queue:
        if here in graph.map.claims and here not in own:
            if here in graph.bearing:
                folded.append(here)
            continue
        for one in graph.bearing.get(here, ()):
            new = [key for key in (one.id, *one.premises) if key not in reached]
            reached.update(dict.fromkeys(new))
            queue.extend(new)
    return Scope(focus=top, collapse=tuple(folded))


def _tree(drawn: Diagram) -> _Tree:
    """Return the tree of the claims that a picture draws in full."""
    claims = {box.key: box.claim for box in drawn.boxes if box.role not in ("see", "question")}
    above = {link.lower: link.upper for link in drawn.links}
    joints = {joint.key for joint in drawn.joints}
    below: dict[str, list[str]] = {"": []}
    for key, claim in claims.items():
        upper = above.get(key, "")
        while upper in joints:
            upper = above.get(upper, "")
        below.setdefault(claims.get(upper, ""), []).append(claim)
    order = [""]
    for key in order:
        order.extend(below.get(key, ()))
    sizes: dict[str, int] = {}
    for key in reversed(order):
        sizes[key] = 1 + sum(sizes[one] for one in below.get(key, ()))
    return _Tree(below, sizes)


def _file(claim: str) -> str:
    """Return the name of a sheet's file, without a suffix.

    >>> _file(""), _file("us-loses"), _file("truth/us")
    ('overview', 'sheet-us-loses', 'sheet-truth-us-e40773')
    """
    if not claim:
        return OVERVIEW
    plain = slug(claim)
    exact = plain == claim
    return f"sheet-{plain}" if exact else f"sheet-{plain}-{sha256(claim.encode()).hexdigest()[:6]}"
