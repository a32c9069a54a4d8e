"""The picture as DOT, for Graphviz and its kin."""

from argmap.drawing import Renderer, Sketch


def render(sketch: Sketch) -> str:
    """Return the DOT that the other pictures are made from."""
    return sketch.dot


RENDERER = Renderer("dot", ".dot", render)
