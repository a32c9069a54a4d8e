"""A map by groups: each a region of the picture, with the trees of the claims that belong to it.

A claim is drawn in full in the first group that it belongs to; the others point there by letter.
Where it bears on a claim of another group, or on a step there, a small box for that stands above
it, so that no line runs between regions and each argument is drawn exactly once.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import count

from argmap.graph import Graph
from argmap.model import ArgMap, Argument
from argmap.picture.describing import clean
from argmap.picture.diagram import Box, Diagram, Group, Region, Role
from argmap.picture.diagramming import Use, Walker, ordered
from argmap.picture.scoping import Cut


def grouped(
    argmap: ArgMap, groups: Sequence[Group], rest: str, *, language: str, part: Cut, nested: bool
) -> Diagram:
    """Return what the picture of a map by groups shows; `rest` is the title of what is in none.

    Where groups are `nested`, a pointer to a claim of another group stands for what is below it.
    """
    walker = _Grouper(argmap, language, False, part)
    walker.nested = nested
    return walker.drawn(groups, rest)


class _Grouper(Walker):
    """Draws one region after the other."""

    nested = False
    own: frozenset[str] = frozenset()

    def drawn(self, groups: Sequence[Group], rest: str) -> Diagram:
        """Draw the roots by themselves, then a region for each group, and one for the rest."""
        asked, uses = self.roots()
        for use in uses:
            if use.id not in self.boxes:
                self.boxes[use.id] = self.box(use)
            self.link(use, use.id if use.upper else "")
        everything, roots = self.graph, frozenset(self.map.roots)
        named = {key for group in groups for key in group.claims}
        left = tuple(key for key in self.map.claims if key not in named and key not in roots)
        groups = [*groups, Group(rest, left)] if left else list(groups)
        home: dict[str, int] = {}
        for number, group in enumerate(groups):
            home |= {key: number for key in group.claims if key not in home and key not in roots}
        regions = []
        for number, group in enumerate(groups):
            before = len(self.boxes), len(self.joints)
            self._draw(number, [key for key in group.claims if key not in roots], home)
            keys = [*list(self.boxes)[before[0] :], *list(self.joints)[before[1] :]]
            if keys:
                regions.append(Region(clean(group.title), group.sign, tuple(keys)))
        self.graph = everything
        made = self.assembled("" if asked else clean(self.map.question))
        return replace(made, regions=tuple(regions))

    def _draw(self, number: int, members: Sequence[str], home: dict[str, int]) -> None:
        """Draw the region of a group: its arguments by what they bear on, then its other claims."""
        here = {
            one.id: one
            for one in self.map.arguments.values()
            if _place(self.says.graph, one, home) == number
        }
        own = [key for key in members if home[key] == number]
        inside = frozenset((*own, *here))
        self.own = frozenset(own)
        self.graph = Graph(replace(self.map, arguments=here))
        order = (*self.map.roots, *self.map.claims, *self.map.arguments)
        for conclusion in dict.fromkeys(key for key in order if key in self.graph.bearing):
            if conclusion not in inside:
                upper = self._stand_in(conclusion)
                role: Role = "main" if conclusion in self.map.roots else "reason"
                for one in ordered(self.graph, conclusion):
                    self.walk(self.next_use(one, upper, role))
        for key in own:
            if key not in self.boxes:
                self.walk(Use(key, role="loose"))
        foreign = [key for key in members if home[key] != number]
        for key in foreign:
            if not (self.nested and self._is_led_to(key, frozenset(foreign), here)):
                self.pointer(Use(key, role="loose"))

    def _is_led_to(self, key: str, foreign: Set[str], here: Mapping[str, Argument]) -> bool:
        """Tell whether one gets to a claim of another group from what is drawn in a region."""
        graph = self.says.graph
        used = graph.used.get(key, ())
        return any(one.id in here or graph.target(one) in foreign for one in used)

    def drawn_elsewhere(self, use: Use) -> bool:
        """Tell whether a claim is of another group."""
        return use.id not in self.own

    def _stand_in(self, key: str) -> str:
        """Draw a small box for a claim, or a step, of another region; return its key."""
        if key in self.map.claims:
            return self.pointer(Use(key, role="loose"))
        step = self.map.arguments[key]
        target = self.pointer(Use(step.premises[0], role="loose"))
        slots = {"lower": self.says.short(key), "upper": self.says.upper(step)}
        free = next(k for n in count(2) if self.is_free(k := f"{key}.{n}"))
        seen = self.boxes.pop(target)
        text, name = self.says.say("step", **slots), self.says.say("name-step", **slots)
        self.boxes[free] = Box(
            key=free, role="see", text=text, letter=seen.letter, href=seen.href, name=name
        )
        return free


def _place(graph: Graph, one: Argument, home: dict[str, int]) -> int:
    """Return the number of the group in whose region an argument is drawn."""
    keys: Iterator[str] = iter((*one.premises, graph.target(one)))
    return next((home[key] for key in keys if key in home), 0)
