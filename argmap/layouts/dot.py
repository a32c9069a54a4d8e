"""Graphviz's own layout in layers, for maps that are no trees."""

from argmap.dotwriting import dot
from argmap.drawing import Layout, Sketch


def write(sketch: Sketch) -> str:
    """Return a diagram as DOT that leaves the places to Graphviz."""
    graph = {"rankdir": "TB", "nodesep": "0.35", "ranksep": "0.6"}
    return dot(sketch.diagram, sketch.fitted, sketch.theme, graph)


LAYOUT = Layout("dot", "dot", write, shared=True)
