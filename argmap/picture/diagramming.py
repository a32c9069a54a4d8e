"""From a map to what its picture shows: which boxes, joints and lines, in reading order.

The picture's tree is the file's: a claim is drawn in full where it is written, and elsewhere a
small box points there. A `shared` diagram has each claim once, and as many lines as it has uses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, islice

from argmap.graph import Graph
from argmap.model import ArgMap, Argument
from argmap.picture.describing import Describer, clean
from argmap.picture.diagram import Box, Diagram, Folded, Joint, Link, Role, Sign
from argmap.picture.homing import homes
from argmap.picture.scoping import Cut


def diagram(
    argmap: ArgMap, *, language: str = "", shared: bool = False, part: Cut | None = None
) -> Diagram:
    """Return what the picture of a map shows; `language` is that of the words around its texts.

    Of a map that is drawn in part, `part` is what a scope leaves of it.
    """
    return Walker(argmap, language or argmap.language, shared, part or Cut(argmap)).finished()


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a claim or an argument is to be drawn.

    `argument` is the one that it is there for; `part` says that it hangs from that one's joint,
    as the premise of number `position`. An option's `position` is its number.
    """

    id: str
    upper: str = ""
    sign: Sign = ""
    role: Role = "reason"
    argument: Argument | None = None
    part: bool = False
    position: int = 0


@dataclass
class Walker:
    """Walks a map from its roots and notes what is to be drawn."""

    whole: ArgMap
    language: str
    shared: bool
    cut: Cut
    boxes: dict[str, Box] = field(default_factory=dict)
    joints: dict[str, Joint] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.map = self.cut.map
        self.graph = Graph(self.map)
        self.says = Describer(self.cut, self.graph, self.language, self.whole)
        self.home = homes(self.graph)

    def finished(self) -> Diagram:
        """Draw from the roots, then what no root leads to."""
        asked, roots = self.roots()
        for root in roots:
            self.walk(root)
        for loose in self._loose():
            if loose not in self.boxes:
                self.walk(Use(loose, role="loose"))
        return self.assembled("" if asked else clean(self.map.question))

    def roots(self) -> tuple[str, list[Use]]:
        """Draw the question, if options answer it; return its key, and the roots to be drawn."""
        asked = self.ask() if self.map.options and self.map.question else ""
        found = [Use(self.map.thesis, role="thesis")] if self.map.thesis else []
        sign: Sign = "option" if asked else ""
        for number, option in enumerate(self.map.options, 1):
            found.append(Use(option, asked, sign, "option", position=number))
        return asked, found

    def ask(self) -> str:
        """Draw the question that the options answer; return its key."""
        key = next(k for n in count(1) if self.is_free(k := "?" * n))
        text = clean(self.map.question)
        name = self.says.say("name-question", text=text)
        self.boxes[key] = Box(key=key, role="question", text=text, name=name)
        return key

    def _loose(self) -> Iterator[str]:
        """Yield what may begin a tree of its own: first what was pointed to, by its letter.

        Drawing that may point to more. A claim with a home waits for it, if it can be drawn.
        """
        for number in count():
            if number == len(self.letters):
                break
            pointed = next(islice(self.letters, number, None))
            if pointed not in self.home:
                yield pointed
        yield from (key for key in self.map.claims if key not in self.graph.used)
        yield from self.map.claims

    def walk(self, root: Use) -> None:
        """Draw a claim and all that bears on it, in the order in which one reads."""
        stack = [root]
        while stack:
            use = stack.pop()
            below = self.joint(use) if use.id in self.map.arguments else self.claim(use)
            stack.extend(reversed(below))

    def claim(self, use: Use) -> list[Use]:
        """Draw one use of a claim; return what bears on it, where it is drawn here in full."""
        if use.id in self.boxes or (not self.shared and self.drawn_elsewhere(use)):
            self.link(use, use.id if self.shared else self.pointer(use))
            return []
        self.boxes[use.id] = self.box(use)
        self.link(use, use.id)
        role: Role = "main" if use.role in ("thesis", "option") else "reason"
        return [self.next_use(one, use.id, role) for one in ordered(self.graph, use.id)]

    def joint(self, use: Use) -> list[Use]:
        """Draw one inference as a joint; return its premises, and what bears on it."""
        one, key = self.map.arguments[use.id], use.id
        linked = len(one.premises) > 1
        self.joints[key] = Joint(key, use.sign, linked, self.says.joint(use.sign, one))
        self.link(use, key)
        premises = [
            Use(premise, key, use.sign, use.role, one, True, position)
            for position, premise in enumerate(one.premises)
        ]
        others = ordered(self.graph, one.id)
        return premises + [self.next_use(other, key, "reason") for other in others]

    def next_use(self, one: Argument, upper: str, role: Role) -> Use:
        """Return the use of what stands next below: a joint, or the one premise itself."""
        sign: Sign = one.polarity
        if one.conclusion in self.map.arguments:
            sign = "warrant" if one.polarity == "support" else "undercut"
            role = "warrant" if sign == "warrant" else "reason"
        plain = len(one.premises) == 1 and one.id not in self.graph.bearing
        return Use(one.premises[0] if plain else one.id, upper, sign, role, one)

    def link(self, use: Use, lower: str) -> None:
        """Draw the line from above to a box or a joint."""
        if not use.upper:
            return
        key = use.argument.id if use.argument else f"{use.upper}.{use.id}"
        key = f"{key}~{use.position}" if use.part else key
        name = self.says.link(use.sign, use.id, use.argument)
        self.links[key] = Link(key, use.upper, lower, use.sign, name, use.part)

    def drawn_elsewhere(self, use: Use) -> bool:
        """Tell whether a claim that is not drawn yet belongs elsewhere.

        That is where the file writes it within another argument, if that is drawn as well. What
        bears on several options and has reasons is a tree of its own, so that the options, side
        by side, are easy to compare.
        """
        if not use.argument:
            return False
        if home := self.home.get(use.id):
            return home != use.argument.id and home in self.graph.reached
        several = len(self.map.options) > 1 and len(self.graph.used[use.id]) > 1
        return several and use.id in self.graph.bearing and use.id not in self.map.roots

    def box(self, use: Use) -> Box:
        """Return the box of a claim in full."""
        claim, says = self.map.claims[use.id], self.says
        heading = "" if use.part and use.position else says.criterion(use.argument)
        if use.role in ("option", "warrant"):
            heading = says.say(use.role, number=use.position)
        return Box(
            key=use.id,
            role=use.role,
            claim=use.id,
            sign=use.sign,
            text=clean(claim.text),
            label=clean(claim.label),
            heading=heading,
            badge=says.whose(claim),
            states=says.states(claim),
            joined=says.say("linked") if use.part and use.position else "",
            mark=says.mark(claim),
            href=says.href(claim),
            name=says.name(claim, self._part_played(use), use.argument, use.position),
            folded=self._folded(use.id),
        )

    def _folded(self, key: str) -> Folded | None:
        fold = self.cut.folds.get(key)
        place = self.cut.sheet.leads(key) if self.cut.sheet else None
        return self.says.folded(fold, place) if fold else None

    def _part_played(self, use: Use) -> str:
        """Return which part a claim plays, for a screen reader."""
        if use.role == "thesis":
            return "thesis" if self.cut.focus in ("", self.whole.thesis) else "focus"
        if use.role in ("option", "loose"):
            return use.role
        linked = use.argument and len(use.argument.premises) > 1
        if linked and use.sign in ("support", "attack"):
            return f"{use.sign}-linked"
        return use.sign

    def pointer(self, use: Use) -> str:
        """Draw a small box that points to a claim drawn elsewhere; return its key."""
        letter = self.letters.setdefault(use.id, _letters(len(self.letters)))
        key = next(k for n in count(2) if self.is_free(k := f"{use.id}.{n}"))
        full = self.box(use)
        self.boxes[key] = Box(
            key=key,
            role="see",
            claim=use.id,
            sign=use.sign,
            text=full.label or full.text,
            heading=full.heading,
            joined=full.joined,
            letter=self.says.say("see", letter=letter),
            href=use.id,
            name=self.says.say("name-see", name=full.name.rstrip("."), letter=letter),
        )
        return key

    def is_free(self, key: str) -> bool:
        """Tell whether nothing is drawn under a key yet, nor will be."""
        return (
            key not in self.map.claims and key not in self.map.arguments and key not in self.boxes
        )

    def assembled(self, question: str) -> Diagram:
        """Return all that was drawn as a diagram."""
        sheet, overview = self.says.sheet()
        inner = bool(self.cut.path[1:] or overview)  # what the whole is about is told elsewhere
        boxes = [
            replace(box, letter=self.letters.get(key, box.letter))
            for key, box in self.boxes.items()
        ]
        return Diagram(
            title=clean(self.map.title),
            language=self.language,
            question="" if inner else question,
            summary="" if inner else clean(self.map.summary),
            description=self.says.whole(),
            boxes=tuple(boxes),
            joints=tuple(self.joints.values()),
            links=tuple(self.links.values()),
            legend=tuple((key, self.says.say(f"legend-{key}")) for key in self._signs()),
            credits=tuple(self.says.credits()),
            crumbs=tuple(self.says.crumb(step) for step in self.cut.path if self.cut.path[1:]),
            elsewhere="" if self.cut.sheet else self.says.elsewhere(),
            sheet=sheet,
            overview=overview,
        )

    def _signs(self) -> Iterator[str]:
        """Yield the names of the signs that occur."""
        signs = {link.sign for link in self.links.values()}
        boxes = self.boxes.values()
        occurs = {
            "support": "support" in signs,
            "attack": "attack" in signs,
            "linked": any(joint.linked for joint in self.joints.values()),
            "warrant": "warrant" in signs,
            "undercut": "undercut" in signs,
            "see": bool(self.letters),
            "criterion": any(one.criterion for one in self.map.arguments.values()),
            "badge": any(box.badge for box in boxes),
            "mark": any("¶" in box.mark for box in boxes),
            "fold": any(box.folded for box in boxes),
        }
        yield from (key for key, on in occurs.items() if on)


def ordered(graph: Graph, key: str) -> list[Argument]:
    """Return what bears on a claim or an argument, supports (or warrants) before attacks."""
    return sorted(graph.into(key), key=lambda one: one.polarity != "support")


def _letters(number: int) -> str:
    """Return A, B, … Z, AA, AB, … for 0, 1, …

    >>> _letters(0), _letters(25), _letters(26), _letters(27)
    ('A', 'Z', 'AA', 'AB')
    """
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
