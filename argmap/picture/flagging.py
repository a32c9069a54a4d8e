"""What is said of claims on top of a picture: verdicts on them, or how they differ from before.

Each is a sign, a word and a look of the box's border, so that no colour is needed to tell them.
"""

from collections.abc import Mapping
from dataclasses import replace

from argmap.phrasing import Phrases, phrases
from argmap.picture.contrasted import Change, Contrast
from argmap.picture.describing import clean
from argmap.picture.diagram import Box, Diagram, Flag, Link
from argmap.verdict import Verdict

LABELS = ("in", "out", "undecided")
CHANGES = ("added", "removed", "changed")


def judged(drawn: Diagram, verdict: Verdict) -> Diagram:
    """Return a diagram with the verdict on each claim in its box."""
    say = phrases("picture", drawn.language)
    boxes = [_judged(box, verdict, say) if _is_full(box) else box for box in drawn.boxes]
    kinds = {flag.kind for box in boxes for flag in box.flags}
    keys = [f"flag-{kind}" for kind in (*LABELS, "unknown") if kind in kinds]
    if any(flag.strength is not None for box in boxes for flag in box.flags):
        keys.append("flag-strength")
    told = phrases("verdicts", drawn.language)
    notes = [say("judged-by", semantics=verdict.semantics)]
    notes += [told(note.key, **note.slots) for note in verdict.notes]
    return _with(drawn, boxes, keys, say, notes)


def _is_full(box: Box) -> bool:
    return bool(box.claim) and box.role != "see"


def _judged(box: Box, verdict: Verdict, say: Phrases) -> Box:
    standing = verdict[box.claim]
    kind = standing.label or ("unknown" if verdict.labels else "")
    if not kind and standing.strength is None:
        return box
    word = say(f"flag-{kind}") if kind else say("flag-strength")
    name = say("name-flag", word=word)
    if standing.strength is not None:
        name = say("name-strength", word=word, strength=f"{standing.strength:.2f}")
    return replace(box, flags=(*box.flags, Flag(kind or "strength", word, name, standing.strength)))


def compared(drawn: Diagram, contrast: Contrast) -> Diagram:
    """Return a diagram of both maps together, with what came, went and changed."""
    say = phrases("picture", drawn.language)
    above = {link.lower: link for link in drawn.links}
    boxes = [_compared(box, above.get(box.key), contrast, say) for box in drawn.boxes]
    links = tuple(_relinked(link, contrast.arguments, say) for link in drawn.links)
    kinds = [flag.kind for box in boxes for flag in box.flags]
    counts = [
        say(f"count-{kind}", n=sum(one.kind == kind for one in contrast.claims.values()))
        for kind in CHANGES
    ]
    keys = [f"flag-{kind}" for kind in CHANGES if kind in kinds]
    notes = [say("compared-with", title=clean(contrast.title), counts=", ".join(counts))]
    return replace(_with(drawn, boxes, keys, say, notes), links=links)


def _compared(box: Box, link: Link | None, contrast: Contrast, say: Phrases) -> Box:
    change = contrast.claims.get(box.claim) if _is_full(box) else None
    if not change and link and (kind := contrast.arguments.get(_argument(link))):
        change = Change(kind, "now-here" if kind == "added" else "not-here")
    if not change:
        return box
    word = say(change.word or f"flag-{change.kind}")
    name = say("name-change", word=word)
    before = say("before", text=clean(change.before)) if change.before else ""
    name = f"{name} {before}".strip()
    return replace(box, flags=(*box.flags, Flag(change.kind, word, name, before=before)))


def _relinked(link: Link, changes: Mapping[str, str], say: Phrases) -> Link:
    kind = changes.get(_argument(link), "")
    return replace(link, change=kind, name=f"{link.name} ({say(f'flag-{kind}')})") if kind else link


def _argument(link: Link) -> str:
    """Return the argument that a line is there for."""
    return link.key.rpartition("~")[0] if link.part else link.key


def _with(
    drawn: Diagram, boxes: list[Box], keys: list[str], say: Phrases, notes: list[str]
) -> Diagram:
    legend = (*drawn.legend, *((key, say(f"legend-{key}")) for key in keys))
    spoken = " ".join((drawn.description, *notes))
    return replace(
        drawn,
        boxes=tuple(boxes),
        legend=legend,
        notes=(*drawn.notes, *notes),
        description=spoken,
    )
