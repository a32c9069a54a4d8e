"""Cut a part out of a map: walk what a scope asks for, and count what is left out, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from argmap.errors import UnknownName
from argmap.graph import Graph
from argmap.model import ArgMap, Argument
from argmap.picture.belonging import criteria, stakeholders, tags
from argmap.picture.scoping import SIDES, Cut, Fold, Scope, Step

_OTHER = {"pro": "con", "con": "pro"}


def cut(argmap: ArgMap, scope: Scope) -> Cut:
    """Return the part of a map that a scope asks for.

    Raises `UnknownName` for a claim, side, stakeholder, criterion or tag that the map has not.
    """
    if not scope:
        return Cut(argmap)
    verify(argmap, scope)
    return _Cutter(argmap, scope).cut()


def verify(argmap: ArgMap, scope: Scope) -> None:
    """Raise `UnknownName` for what a scope names and the map has not."""
    claims = argmap.claims.values()
    named = {
        "claims": ((scope.focus, *scope.collapse), argmap.claims),
        "sides": ((scope.side,), SIDES),
        "stakeholders": (
            (scope.stakeholder,),
            {**argmap.stakeholders, **{one.stakeholder: "" for one in claims if one.stakeholder}},
        ),
        "criteria": ((scope.criterion,), _criteria(argmap)),
        "tags": ((scope.tag,), _tags(argmap)),
    }
    for family, (given, known) in named.items():
        for name in given:
            if name and name not in known:
                raise UnknownName(family, name, known)


def _criteria(argmap: ArgMap) -> tuple[str, ...]:
    used = (one.criterion for one in argmap.arguments.values() if one.criterion)
    return tuple(dict.fromkeys((*(one.id for one in argmap.criteria), *used)))


def _tags(argmap: ArgMap) -> tuple[str, ...]:
    tagged = [one.tags for one in argmap.claims.values()]
    tagged += [one.tags for one in argmap.arguments.values()]
    return tuple(sorted({tag for tags in tagged for tag in tags}))


class _Cutter:
    """Walks a map from what stands on top, and notes what is drawn; then what is not, and where."""

    def __init__(self, argmap: ArgMap, scope: Scope) -> None:
        self.map, self.scope, self.graph = argmap, scope, Graph(argmap)
        self.collapsed = frozenset(scope.collapse)
        self.level: dict[str, int] = {}  # of claims and arguments that are drawn
        self.kept = self._kept()

    def cut(self) -> Cut:
        """Walk, count, and leave out what is not drawn."""
        tops = list(self._tops())
        self._walk([top for top in tops if top in self.map.roots])
        for top in tops:
            self._walk([top])
        counted, folds = self._folds()
        drawn = {key: one for key, one in self.map.claims.items() if key in self.level}
        made = replace(
            self.map,
            claims=drawn,
            arguments={key: one for key, one in self.map.arguments.items() if key in self.level},
            thesis=self.scope.focus or self.map.thesis,
            options=() if self.scope.focus else self.map.options,
        )
        elsewhere = len(self.map.claims) - len(drawn) - len(counted)
        path = tuple(way(self.graph, self.scope.focus)) if self.scope.focus else ()
        return Cut(made, self.scope.focus, folds, path, elsewhere)

    def _tops(self) -> Iterator[str]:
        """Yield what nothing stands above; of claims in circles, the first."""
        if self.scope.focus:
            yield self.scope.focus
            return
        seen: set[str] = set()
        unused = (key for key in self.map.claims if key not in self.graph.used)
        for key in (*self.map.roots, *unused, *self.map.claims):
            if key in seen and key not in self.map.roots:
                continue
            _reach(self.graph, key, seen)
            if self.kept is None or key in self.kept:
                yield key

    def _walk(self, tops: Sequence[str]) -> None:
        """Note what is drawn below some claims, level by level."""
        queue = [top for top in dict.fromkeys(tops) if top not in self.level]
        self.level.update(dict.fromkeys(queue, 0))
        for here in queue:
            if self._ends(here):
                continue
            for one in self.graph.bearing.get(here, ()):
                if self.kept is not None and one.id not in self.kept:
                    continue
                for key, level in ((one.id, 0), *((premise, 1) for premise in one.premises)):
                    if key not in self.level:
                        self.level[key] = self.level[here] + level
                        queue.append(key)

    def _ends(self, key: str) -> bool:
        """Tell whether nothing is drawn below."""
        return key in self.collapsed or bool(
            self.scope.depth and self.level[key] >= self.scope.depth
        )

    def _kept(self) -> frozenset[str] | None:
        """Return the claims and arguments that the filters let through; None for all."""
        matching = list(_matches(self.graph, self.scope))
        if not matching:
            return None
        found = set.intersection(*matching)
        queue = [key for key in self.map.claims if key in found]
        for key in queue:
            ups = [self.map.arguments[key]] if key in self.map.arguments else []
            for one in ups or self.graph.used.get(key, ()):
                new = [k for k in (one.id, one.conclusion, *one.premises) if k not in found]
                found.update(new)
                queue.extend(k for k in new if k not in one.premises)
        return frozenset((*found, *self.map.roots))

    def _folds(self) -> tuple[set[str], dict[str, Fold]]:
        """Return the claims that are folded away, and by the claim that folds them, how many."""
        counted: set[str] = set()
        folds: dict[str, Fold] = {}
        for key in self.map.claims:
            if key in self.level and (fold := self._fold(key, counted)) != Fold():
                folds[key] = fold
        return counted, folds

    def _fold(self, key: str, counted: set[str]) -> Fold:
        """Count what is folded away at a claim, each by the side that it takes towards it."""
        numbers, again = {"pro": 0, "con": 0}, 0
        waiting = list(self._cut_off(key))
        for one, side in waiting:
            new = [p for p in dict.fromkeys(one.premises) if self._is_new(p, counted)]
            counted.update(new)
            numbers[side] += len(new)
            again += not new and one.conclusion in self.level
            for below in (one.id, *new):
                for other in self.graph.bearing.get(below, ()):
                    if other.id not in counted:
                        counted.add(other.id)
                        waiting.append(
                            (other, side if other.polarity == "support" else _OTHER[side])
                        )
        counted.difference_update(self.map.arguments)
        return Fold(numbers["pro"], numbers["con"], again)

    def _is_new(self, claim: str, counted: set[str]) -> bool:
        return claim not in self.level and claim not in counted

    def _cut_off(self, key: str) -> Iterator[tuple[Argument, str]]:
        """Yield the arguments that are left out on a claim, and on steps that begin with it."""
        steps = [one.id for one in self.graph.used.get(key, ()) if one.premises[0] == key]
        for here in (key, *(step for step in steps if step in self.level)):
            for one in self.graph.bearing.get(here, ()):
                if one.id not in self.level:
                    yield one, "pro" if one.polarity == "support" else "con"


def _reach(graph: Graph, key: str, seen: set[str]) -> None:
    """Add a claim and all that bears on it to what has been seen."""
    queue = [key]
    for here in queue:
        if here not in seen:
            seen.add(here)
            for one in graph.bearing.get(here, ()):
                queue.extend((one.id, *one.premises))


def _matches(graph: Graph, scope: Scope) -> Iterator[set[str]]:
    """Yield, for each filter, the claims that it asks for."""
    if scope.side:
        yield {key for key in graph.map.claims if scope.side in graph.sides.get(key, ())}
    for wanted, belonging in (
        (scope.stakeholder, stakeholders),
        (scope.criterion, criteria),
        (scope.tag, tags),
    ):
        if wanted:
            found = belonging(graph)
            yield {key for key in graph.map.claims if wanted in found[key]}


def way(graph: Graph, claim: str) -> list[Step]:
    """Return the shortest way from a root, or from what nothing stands above, down to a claim."""
    before: dict[str, Step] = {}  # what each claim bears on, and how
    queue, roots = [claim], frozenset(graph.map.roots)
    last = claim
    for here in queue:
        last = here
        if here in roots:
            break
        for one in graph.used.get(here, ()):
            above = graph.target(one)
            if above in graph.map.claims and above not in before and above != claim:
                before[above] = Step(here, sign(graph, one))
                queue.append(above)
    steps = [Step(last)]
    while steps[-1].claim != claim:
        steps.append(before[steps[-1].claim])
    return steps


def sign(graph: Graph, argument: Argument) -> str:
    """Return how an argument bears on what it is about: support, attack, undercut, warrant."""
    if argument.conclusion in graph.map.arguments:
        return "warrant" if argument.polarity == "support" else "undercut"
    return argument.polarity
