"""A map as a tree on a terminal: signs, claims, marks, wrapped with hanging indents."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from argmap.classroom.pages import plain, runs
from argmap.classroom.requesting import Request
from argmap.classroom.telling import Stop, tell
from argmap.text import columns, one_line

Span = tuple[str, str]  # a text, and how it is shown: a key of _CODES or nothing
_CODES = {"strong": "1", "faint": "2", "support": "36", "attack": "31"}
_BRANCHES = ("│  ", "   ", "├─ ", "└─ ")
_SIGNS = {"support": "+", "attack": "−", "undercut": "×", "warrant": "∵", "premise": "&"}
_IN_ASCII = str.maketrans(
    {"│": "|", "├": "|", "└": "`", "─": "-", "−": "-", "×": "x", "∵": "^"}
    | {"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "¿": "?", "¡": "!"}
    | {"–": "-", "—": "-", "·": "-", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "€": "EUR"}
)
NARROWEST = 30
_NAME = 60  # columns that name a claim which is told elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a tree is shown: how wide, how deep (0: all), in ASCII, in colour, with every id.

    `folds` says of claims what is folded away at them, `path` how one gets to what is shown.
    """

    width: int = 100
    depth: int = 0
    ascii: bool = False
    colour: bool = False
    ids: bool = False
    folds: Mapping[str, str] = field(default_factory=dict)
    path: str = ""


def show(request: Request, look: Look) -> Iterator[str]:
    """Yield the lines of a map's tree."""
    tree = _Tree(request, look)
    yield from tree.heading()
    for here in range(len(tree.stops)):
        yield from tree.lines(here)


class _Tree:
    """The stops of a map, and what is needed to draw each of them."""

    def __init__(self, request: Request, look: Look) -> None:
        self.request, self.look = request, look
        self.width = max(look.width, NARROWEST)
        self.stops = tell(request.graph)
        self.last = _last(self.stops)
        self.deeper = _deeper(self.stops, look.depth)
        self.repeated = {stop.claim for stop in self.stops if stop.again is not None}
        self.ends: list[bool] = []  # whether each stop on the way down is the last of its fellows

    def heading(self) -> Iterator[str]:
        """Yield the title, and the question that the map answers."""
        yield from self.wrapped([(self.request.map.title, "strong")], "", "")
        if self.request.map.question:
            yield from self.wrapped([(self.request.map.question, "faint")], "", "")
        if self.look.path:
            yield from self.wrapped([(self.look.path, "faint")], "", "")
        yield ""

    def lines(self, here: int) -> Iterator[str]:
        """Yield the lines of one stop; none where it is too deep to be shown."""
        stop = self.stops[here]
        del self.ends[stop.depth :]
        self.ends.append(self.last[here])
        if self.look.depth and stop.depth > self.look.depth:
            return
        first, rest = self.branches(stop.depth)
        said = self.said(stop)
        if here in self.deeper:
            said.append((self.request.say("show-more", number=self.deeper[here]), "faint"))
        if sign := _SIGNS.get(stop.role, ""):
            sign = f"[{sign}]" if self.look.ascii else sign
            said[0] = (f"{sign} ", "attack" if stop.role in ("attack", "undercut") else "support")
            rest += " " * columns(said[0][0])
        yield from self.wrapped(said, first, rest)

    def branches(self, depth: int) -> tuple[str, str]:
        """Return what stands before the first line of a stop and before its others.

        Where the tree is deeper than half the width, the outer branches give way to the depth.
        """
        if depth == 0:
            return "", ""
        down, blank, fork, end = _BRANCHES
        most = max(4, self.width // 2 // len(down))
        label = f"({depth}) " if depth > most else ""
        outer = self.ends[1:depth] if depth <= most else self.ends[depth - most + 3 : depth]
        before = "".join(blank if last else down for last in outer)
        first, rest = (end, blank) if self.ends[depth] else (fork, down)
        return label + before + first, " " * len(label) + before + rest

    def said(self, stop: Stop) -> list[Span]:
        """Return what a stop says, after room for its sign."""
        say, map_ = self.request.say, self.request.map
        argument = map_.arguments.get(stop.argument) if stop.role != "premise" else None
        lead = say(f"show-{stop.role}") if f"show-{stop.role}" in say else ""
        if not stop.claim:
            tactic = f"({say(argument.tactic)})" if argument and argument.tactic else ""
            return [("", ""), (lead, "faint"), (say("show-together"), "faint"), (tactic, "faint")]
        claim = map_.claims[stop.claim]
        if stop.again is not None:
            name = claim.label or _cut(claim.text)
            see = say("see", place=stop.claim)
            return [("", ""), (lead, "faint"), (name, ""), (f"({see})", "faint")]
        marks = runs(self.request.marks(claim, argument), self.request.cites(claim, section=False))
        told = self.look.ids or stop.claim in self.repeated
        fold = self.look.folds.get(stop.claim)
        return [
            ("", ""),
            (lead, "faint"),
            (f"{claim.label}." if claim.label else "", "strong"),
            (claim.text, ""),
            (plain(marks), "faint"),
            (f"#{stop.claim}" if told else "", "faint"),
            (f"({fold})" if fold else "", "faint"),
        ]

    def wrapped(self, said: Sequence[Span], first: str, rest: str) -> Iterator[str]:
        """Yield what is said in lines of the width, with `first` or `rest` before each."""
        line: list[Span] = [(first, "")]
        used = start = columns(first)
        for piece, paint in self.pieces(said, self.width - columns(rest)):
            if used > start and used + columns(piece.rstrip()) > self.width:
                yield self.painted(line)
                line, used = [(rest, "")], columns(rest)
                start = used
            line.append((piece, paint))
            used += columns(piece)
        yield self.painted(line)

    def pieces(self, said: Sequence[Span], room: int) -> Iterator[Span]:
        """Yield the words of spans with a blank after each; between wide letters a line may end."""
        for text, paint in said:
            for word in self.safe(text).split():
                piece, taken = "", 0
                for letter in word:
                    size = columns(letter)
                    if taken + size > room or (size == 2 and taken):
                        yield piece, paint
                        piece, taken = "", 0
                    piece, taken = piece + letter, taken + size
                yield piece + " ", paint

    def safe(self, text: str) -> str:
        """Return a text that cannot steer a terminal, in ASCII where that is asked for."""
        text = one_line(text)
        if not self.look.ascii or text.isascii():
            return text
        plainer = unicodedata.normalize("NFKD", text.translate(_IN_ASCII))
        letters = (one for one in plainer if not unicodedata.combining(one))
        return "".join(one if one.isascii() else "?" for one in letters)

    def painted(self, line: Sequence[Span]) -> str:
        """Return the spans of a line as one text, without blanks at its end."""
        found = ""
        for paint, spans in groupby(line, key=lambda span: span[1]):
            text = "".join(text for text, _ in spans)
            text = text.translate(_IN_ASCII) if self.look.ascii else text
            core = text.rstrip()
            code = _CODES.get(paint) if self.look.colour and core else None
            found += f"\x1b[{code}m{core}\x1b[0m{text[len(core) :]}" if code else text
        return found.rstrip()


def _last(stops: Sequence[Stop]) -> list[bool]:
    """Return of each stop whether no fellow of its own comes after it."""
    found = [False] * len(stops)
    closed: list[bool] = []  # by depth: whether a fellow has been seen from the end
    for here in range(len(stops) - 1, -1, -1):
        depth = stops[here].depth
        found[here] = len(closed) <= depth or not closed[depth]
        del closed[depth + 1 :]
        closed += [False] * (depth + 1 - len(closed))
        closed[depth] = True
    return found


def _deeper(stops: Sequence[Stop], depth: int) -> dict[int, int]:
    """Return how many stops below each are left out for being deeper than `depth`."""
    found: dict[int, int] = {}
    last = 0
    for here, stop in enumerate(stops):
        if stop.depth <= depth:
            last = here
        elif depth:
            found[last] = found.get(last, 0) + 1
    return found


def _cut(text: str) -> str:
    """Return the first words of a text, with an ellipsis where more follow."""
    words = text[: _NAME * 2].split()
    while len(words) > 1 and columns(" ".join(words)) > _NAME:
        words.pop()
    cut = " ".join(words)
    return cut if cut == " ".join(text.split()) else cut.rstrip(".,;:") + "…"
