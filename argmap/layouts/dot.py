"""Graphviz's own layout in layers, for maps that are no trees."""

from argmap.drawing import Layout, Sketch
from argmap.picture.dotwriting import dot

MANY = 12  # boxes, from which layers stand side by side: so there is less room wasted


def write(sketch: Sketch) -> str:
    """Return a diagram as DOT that leaves the places to Graphviz."""
    small = len(sketch.diagram.boxes) <= MANY
    downward = sketch.direction == "down" or (small and not sketch.direction)
    graph = {
        "rankdir": "TB" if downward else "LR",
        "nodesep": "0.4" if downward else "0.25",
        "ranksep": "0.7",
    }
    ports = {"tailport": "s", "headport": "n"} if downward else {"tailport": "e", "headport": "w"}
    return dot(sketch, graph, edge=ports)


LAYOUT = Layout("dot", "dot", write, shared=True)
