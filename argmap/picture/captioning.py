"""What stands in a box, as lines of plain text: for forms of file that lay out boxes themselves."""

from argmap.picture.diagram import Box
from argmap.picture.measuring import balanced

_ROOM, _SIZE = 240.0, 14.0  # pixels: how wide the lines are, and how high the letters


def captions(box: Box) -> tuple[list[str], list[str]]:
    """Return the lines of a box: those that stand out (heading, label), and the others.

    What a picture says beside the text (whose it is, its source, its state) is the last line.

    >>> captions(Box(key="c", role="main", text="All is well.", label="Well", badge="us"))
    (['Well'], ['All is well.', '(us)'])
    """
    above = [one for one in (box.heading, box.label) if one]
    below = balanced(box.text, _ROOM, _SIZE)
    beside = [one for one in (box.badge, *box.states) if one]
    if beside:
        below.append(f"({', '.join(beside)})")
    if box.mark:
        below.append(box.mark)
    if box.folded:
        below.append(box.folded.text)
    return above, below
