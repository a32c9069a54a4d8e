"""A contrast of two maps in words: lines for a terminal, or Markdown for a review."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argmap.model import ArgMap
from argmap.phrasing import Phrases
from argmap.text import columns, one_line, slug
from argmap.verdict import Label
from argmap.versions.blaming import Cause, Turn, shown
from argmap.versions.contrasting import Contrast
from argmap.versions.differing import Difference

COLOURS = {"added": "32", "removed": "31", "-": "31", "+": "32"}
_OTHER, _HEAD = "33", "1"
_SHORT = 60  # columns of a claim that is only named, and of a value that stays on the line
_LABELS: Mapping[Label, str] = {"in": "stands", "out": "falls", "undecided": "open"}
_VERBS = {
    ("support", False): ("supports", "support"),
    ("attack", False): ("attacks", "attack"),
    ("support", True): ("backs", "back"),
    ("attack", True): ("undercuts", "undercut"),
}
_CALL = re.compile(r"[@#](?=\w)")  # what GitHub takes for a person or an issue
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One difference in words: on a line, and what it was and is where that is long."""

    kind: str
    text: str
    before: str = ""
    after: str = ""


class Plain:
    """How names and texts stand in a terminal."""

    def text(self, words: str) -> str:
        """Return a text as it is."""
        return one_line(words)

    def key(self, key: str) -> str:
        """Return an id with its mark."""
        return f"#{one_line(key)}"


class Marked(Plain):
    """How names and texts stand in Markdown, where nothing in them may be taken for markup."""

    def text(self, words: str) -> str:
        r"""Return a text that Markdown shows as it is, and in which no one is called by name.

        >>> Marked().text("*a* <b> @all")
        '\\*a\\* \\<b\\> @\u200ball'
        """
        return _CALL.sub("\\g<0>\u200b", _MARKUP.sub(r"\\\1", one_line(words)))

    def key(self, key: str) -> str:
        """Return an id as code."""
        return f"`{one_line(key).replace('`', ' ')}`"


class Narrator:
    """Puts differences in words, in one language and one markup."""

    def __init__(self, found: Contrast, say: Phrases, marks: Plain) -> None:
        self.found, self.say, self.marks = found, say, marks

    def entries(self) -> list[Entry]:
        """Return all differences."""
        return [self.entry(one) for one in self.found.differences]

    def entry(self, one: Difference) -> Entry:
        """Return one difference."""
        if one.kind in {"added", "removed"}:
            argmap = self.found.new if one.kind == "added" else self.found.old
            key = one.new or one.old
            step = one.thing == "argument"
            return Entry(one.kind, self.step(argmap, key) if step else self.claim(argmap, key))
        if one.kind == "moved":
            before, after = self.step(self.found.old, one.old), self.step(self.found.new, one.new)
            return Entry("moved", "", before, after)
        if one.kind == "reworded":
            what = self.marks.key(one.new)
            if one.field:
                what = self.say("tongue", what=what, language=one.field)
            return Entry("reworded", what, *map(self.marks.text, (one.before, one.after)))
        if one.kind == "renamed":
            text = self.quoted(self.found.new.claims[one.new].name)
            ids = {"before": self.marks.key(one.old), "after": self.marks.key(one.new)}
            return Entry("renamed", self.say("now", text=text, **ids))
        return self.changed(one)

    def changed(self, one: Difference) -> Entry:
        """Return a change of a field: on the line where it is short."""
        field = self.marks.text(one.field)
        if one.thing == "claim":
            what = self.say("of", field=field, what=self.claim(self.found.new, one.new))
        elif one.thing == "argument":
            what = self.say("in", field=field, what=self.way(self.found.new, one.new))
        else:
            what = field if one.thing == "map" else f"{one.thing}: {field}"
        before, after = (self.marks.text(self.value(it)) for it in (one.before, one.after))
        if columns(before) + columns(after) <= _SHORT:
            return Entry("changed", f"{what}: {before} → {after}")
        return Entry("changed", what, before, after)

    def value(self, value: Any) -> str:
        """Return a value as text."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if value is None or value in ("", [], {}):
            return self.say("nothing")
        if isinstance(value, Mapping):
            return self.parts(value)
        if isinstance(value, list | tuple):
            return "; ".join(map(self.value, value))
        return f"{value:g}" if isinstance(value, float) else str(value)

    def parts(self, value: Mapping[str, Any]) -> str:
        """Return what has parts as text; of a citation, the source first."""
        rest = {key: one for key, one in value.items() if key != "source"}
        said = ", ".join(f"{key} {self.value(one)}" for key, one in rest.items())
        if "source" not in value:
            return said
        return f"{value['source']} ({said})" if said else str(value["source"])

    def claim(self, argmap: ArgMap, key: str) -> str:
        """Return what a claim is called, with its id unless that only repeats the text."""
        claim = argmap.claims[key]
        name = self.quoted(claim.name)
        return name if key == slug(claim.text) else f"{name} {self.marks.key(key)}"

    def quoted(self, text: str) -> str:
        """Return a text in quotation marks, cut where it is long."""
        text = one_line(text).rstrip(".")
        if columns(text) > _SHORT:
            while columns(text) >= _SHORT:
                text = text[:-1]
            text = (text.rpartition(" ")[0] or text).rstrip(" ,;:.") + "…"
        return self.say("quote", text=self.marks.text(text))

    def premises(self, argmap: ArgMap, key: str) -> str:
        """Return the premises of an argument."""
        keys = dict.fromkeys(argmap.arguments[key].premises)
        return " + ".join(self.claim(argmap, one) for one in keys)

    def step(self, argmap: ArgMap, key: str) -> str:
        """Return an argument as a sentence."""
        one = argmap.arguments[key]
        about = one.conclusion in argmap.arguments
        alone, together = _VERBS[one.polarity, about]
        verb = alone if len(set(one.premises)) == 1 else together
        end = self.way if about else self.claim
        slots = {"premises": self.premises(argmap, key), "target": end(argmap, one.conclusion)}
        return self.say(verb, **slots)

    def way(self, argmap: ArgMap, key: str) -> str:
        """Return from where to where an argument leads; one on an argument ends at that one."""
        one = argmap.arguments[key]
        about = one.conclusion in argmap.arguments
        end = self.marks.key(one.conclusion) if about else self.claim(argmap, one.conclusion)
        return self.say("step", premises=self.premises(argmap, key), target=end)

    def summary(self) -> str:
        """Return how many differences there are of each kind, and how many verdicts differ."""
        kinds = Counter(one.kind for one in self.found.differences)
        parts = [
            self.say("count", count=n, kind=self.say(kind if n == 1 else f"{kind}-many"))
            for kind, n in kinds.items()
        ]
        if turned := len(self.found.turns):
            parts.append(self.say("verdicts" if turned > 1 else "verdicts-one", count=turned))
        return ", ".join(parts)

    def turn(self, one: Turn) -> Iterator[str]:
        """Yield what differs in a verdict, and because of what."""
        if one.is_relabelled and one.before.label and one.after.label:
            before, after = (self.say(_LABELS[it]) for it in (one.before.label, one.after.label))
            yield self.say("label", before=before, after=after) + self.because(one.label)
        if one.is_moved:
            numbers = {"before": shown(one.before.strength), "after": shown(one.after.strength)}
            yield self.say("strength", **numbers) + self.because(one.strength)

    def shifts(self) -> Iterator[str]:
        """Yield the options that rank otherwise, with what their ranks were and are."""
        for one in self.found.shifts:
            before, after = (
                self.say("unranked") if it is None else str(it) for it in (one.before, one.after)
            )
            yield f"{self.claim(self.found.new, one.new)}: {before} → {after}"

    def because(self, cause: Cause | None) -> str:
        """Return a cause, by the numbers of the differences."""
        return f", {self.say(cause.how, numbers=ranges(cause.numbers))}" if cause else ""


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers from 0 as they are counted from 1, in ranges.

    >>> ranges((0, 1, 2, 4, 6, 7))
    '1–3, 5, 7, 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number:
            runs[-1].append(number + 1)
        else:
            runs.append([number + 1])
    found = ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run) for run in runs)
    return ", ".join(one for some in found for one in some)


def terminal(
    found: Contrast, say: Phrases, *, head: str = "", colour: bool = False
) -> Iterator[str]:
    """Yield the lines of a contrast for a terminal, below a head where there is one."""
    if head:
        yield _coloured(one_line(head), _HEAD, colour)
    if not found.differences:
        yield say("same")
        return
    narrator = Narrator(found, say, Plain())
    yield narrator.summary()
    yield ""
    wide = len(str(len(found.differences)))
    room = max(columns(say(one.kind)) for one in found.differences)
    for number, one in enumerate(narrator.entries(), 1):
        word = say(one.kind)
        head = _coloured(word, COLOURS.get(one.kind, _OTHER), colour)
        gap = " " * (room - columns(word) + 2)
        yield f"{number:>{wide}}  {head}{gap}{one.text}".rstrip()
        for sign, text in (("-", one.before), ("+", one.after)):
            if text:
                yield " " * (wide + 2) + _coloured(f"{sign} {text}", COLOURS[sign], colour)
    yield from _results(narrator)


def _results(narrator: Narrator) -> Iterator[str]:
    """Yield what comes of the differences: verdicts and ranks."""
    found, say = narrator.found, narrator.say
    if found.turns:
        yield ""
        yield say("verdict-list", semantics=found.semantics)
    for turn in found.turns:
        yield f"  {narrator.claim(found.new, turn.new)}"
        yield from (f"    {line}" for line in narrator.turn(turn))
    if found.shifts:
        yield ""
        yield say("rank-list")
    yield from (f"  {line}" for line in narrator.shifts())


def _coloured(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def markdown(found: Contrast, say: Phrases) -> Iterator[str]:
    """Yield the lines of a contrast as Markdown."""
    title = Marked().text(found.new.title or found.old.title)
    yield f"### {say('title', title=title)}"
    yield ""
    if not found.differences:
        yield say("same")
        return
    narrator = Narrator(found, say, Marked())
    yield narrator.summary()
    yield ""
    for number, one in enumerate(narrator.entries(), 1):
        yield f"{number}. **{say(one.kind)}** {one.text}".rstrip()
        yield from (f"   - − {text}" for text in (one.before,) if text)
        yield from (f"   - + {text}" for text in (one.after,) if text)
    if found.turns:
        yield ""
        yield f"**{say('verdict-list', semantics=found.semantics)}**"
        yield ""
    for turn in found.turns:
        yield f"- {narrator.claim(found.new, turn.new)}: " + "; ".join(narrator.turn(turn))
    if found.shifts:
        yield ""
        yield f"**{say('rank-list')}**"
        yield ""
    yield from (f"- {line}" for line in narrator.shifts())
