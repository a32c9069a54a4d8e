"""Verdicts as text: a table of claims, and where readings do not agree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from argmap.model import ArgMap, Claim
from argmap.phrasing import Phrases
from argmap.reasoning.disagreeing import Opinion
from argmap.text import columns, one_line
from argmap.verdict import Label, Reading, Verdict

COLOURS = {"in": "32", "out": "31", "undecided": "33"}
WIDEST, NARROWEST = 72, 24  # columns of a claim


@dataclass(frozen=True)
class Look:
    """How verdicts are written: in whose words, how wide, with colours, with the claims' ids."""

    say: Phrases
    width: int = 0
    colour: bool = False
    ids: bool = False

    def coloured(self, text: str, label: str | None) -> str:
        """Return a text in the colour of a label."""
        if not self.colour or label not in COLOURS:
            return text
        return f"\x1b[{COLOURS[label]}m{text}\x1b[0m"

    def named(self, claim: Claim, room: int) -> str:
        """Return what a claim is called, in so many columns, with its id where that is asked."""
        tail = f" #{one_line(claim.id)}" if self.ids else ""
        return cut(one_line(claim.name), max(NARROWEST, room - columns(tail))) + tail

    def quoted(self, claim: Claim) -> str:
        """Return what a claim is called, in quotation marks."""
        name = cut(one_line(claim.name), WIDEST)
        return self.say("quoted", text=name if claim.label else name.rstrip("."))


def table(
    argmap: ArgMap, verdicts: Sequence[Verdict], reading: Reading, look: Look
) -> Iterator[str]:
    """Yield the lines of a table: each claim, its base score, and what each semantics says."""
    say = look.say
    if not argmap.claims:
        yield say("empty")
        return
    based = [one for one in verdicts if one.bases][:1]
    heads = ["", *(say("base") for _ in based), *(one.semantics for one in verdicts)]
    rows = [
        [*(f"{one.bases[key]:.3f}" for one in based), *(_cell(one, key, say) for one in verdicts)]
        for key in argmap.claims
    ]
    wide = [max(map(columns, column)) for column in zip(heads[1:], *rows, strict=True)]
    room = look.width - sum(wide) - 2 * len(wide) if look.width else WIDEST
    names = [look.named(claim, min(room, WIDEST)) for claim in argmap.claims.values()]
    wide.insert(0, max(map(columns, [say("claim"), *names])))
    heads[0] = say("claim")
    yield _line(heads, wide)
    for key, name, row in zip(argmap.claims, names, rows, strict=True):
        labels = [None, *(None for _ in based), *(one.labels.get(key) for one in verdicts)]
        padded = [_padded(*one) for one in zip([name, *row], wide, strict=True)]
        yield "  ".join(look.coloured(*one) for one in zip(padded, labels, strict=True)).rstrip()
    yield ""
    yield say(reading.support) + " " + say("needs-support" if reading.needs_support else "alone")
    yield from notes(verdicts, say)


def notes(verdicts: Sequence[Verdict], say: Phrases) -> Iterator[str]:
    """Yield what a reader must know of verdicts, each thing once."""
    told = (say(note.key, **note.slots) for one in verdicts for note in one.notes)
    yield from dict.fromkeys(told)


def blinkers(
    argmap: ArgMap, stakeholder: str, left_out: Sequence[str], look: Look
) -> Iterator[str]:
    """Yield what a stakeholder's sight of a map leaves out, and at which claims."""
    say = look.say
    who = one_line(argmap.stakeholders.get(stakeholder, stakeholder))
    roots = say("between").join(map(look.quoted, (argmap.claims[key] for key in argmap.roots)))
    told = [say("seen-by", who=who, roots=roots)]
    claims = [
        argmap.claims[premise] for one in left_out for premise in argmap.arguments[one].premises
    ]
    names = dict.fromkeys(map(look.quoted, claims))
    missing = say("between").join(names)
    told.append(say("left-out", claims=missing) if names else say("nothing-left-out"))
    width = max(NARROWEST, look.width)
    for one in told:
        yield from wrap(one, width, break_on_hyphens=False) if look.width else [one]


def differences(
    argmap: ArgMap,
    found: Mapping[str, Mapping[Label, list[Opinion]]],
    asked: Sequence[Opinion],
    look: Look,
) -> Iterator[str]:
    """Yield the lines of a report on the claims whose verdict depends on how it is judged."""
    say = look.say
    if not argmap.claims:
        yield say("empty")
        return
    yield say("differ", count=len(found), all=len(argmap.claims)) if found else say("agree")
    room = max(columns(say(label)) for label in COLOURS)
    for claim, said in found.items():
        yield ""
        yield look.named(argmap.claims[claim], min(look.width or WIDEST, WIDEST))
        for label, ones in said.items():
            head = look.coloured(_padded(say(label), room), label)
            yield f"  {head}  {_who(ones, asked, claim, say)}"
    told = list(notes([one.verdict for one in asked], say))
    yield from ["", *told] if told else []


def _who(ones: Sequence[Opinion], asked: Sequence[Opinion], claim: str, say: Phrases) -> str:
    """Return who says something: by reading of support, then those that have no such reading."""
    parts = []
    for support in dict.fromkeys(one.support for one in ones if one.support):
        names = [one.semantics for one in ones if one.support == support]
        every = [one for one in asked if one.support == support and one.label(claim)]
        whole = len(names) == len(every)
        parts.append(f"{support}: {say('everyone') if whole else ', '.join(names)}")
    alone = [one for one in ones if not one.support]
    for one in alone:
        strength = one.verdict.strengths.get(claim)
        parts.append(one.semantics + ("" if strength is None else f" {strength:.3f}"))
    return "; ".join(parts)


def _cell(verdict: Verdict, key: str, say: Phrases) -> str:
    """Return the strength of a claim, or its label; a mark where it has neither."""
    if verdict.bases:
        strength = verdict.strengths.get(key)
        return say("unknown") if strength is None else f"{strength:.3f}"
    label = verdict.labels.get(key)
    if label == "undecided" and key in verdict.possible:
        return say("possible")
    return say(label or "unknown")


def _line(cells: Sequence[str], wide: Sequence[int]) -> str:
    return "  ".join(_padded(*one) for one in zip(cells, wide, strict=True)).rstrip()


def _padded(text: str, room: int) -> str:
    return text + " " * (room - columns(text))


def cut(text: str, room: int) -> str:
    """Return a text in so many columns, cut at a word where it must be cut.

    >>> cut("Uniforms cut what families spend.", 20)
    'Uniforms cut what…'
    """
    if columns(text) <= room:
        return text
    while columns(text) >= room:
        text = text[:-1]
    return (text.rpartition(" ")[0] or text).rstrip(" ,;:.") + "…"
