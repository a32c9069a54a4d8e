"""Questions about a map: what bears on what, what is reachable, where it goes in circles."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from argmap.model import ArgMap, Argument
from argmap.reasoning.cycles import blocks


class Graph:
    """Indexes over one map, each made when it is first asked for."""

    def __init__(self, argmap: ArgMap) -> None:
        self.map = argmap

    @cached_property
    def bearing(self) -> Mapping[str, tuple[Argument, ...]]:
        """The arguments into each claim or argument that has any, by its id."""
        return _by_conclusion(self.map.arguments.values())

    @cached_property
    def supports(self) -> Mapping[str, tuple[Argument, ...]]:
        """The supports of each claim or argument that has any, by its id."""
        return _by_conclusion(
            one for one in self.map.arguments.values() if one.polarity == "support"
        )

    @cached_property
    def attacks(self) -> Mapping[str, tuple[Argument, ...]]:
        """The attacks on each claim or argument that has any, by its id."""
        return _by_conclusion(
            one for one in self.map.arguments.values() if one.polarity == "attack"
        )

    @cached_property
    def used(self) -> Mapping[str, tuple[Argument, ...]]:
        """The arguments in which each claim is a premise, by the claim's id."""
        found: dict[str, list[Argument]] = {}
        for one in self.map.arguments.values():
            for premise in dict.fromkeys(one.premises) if len(one.premises) > 1 else one.premises:
                found.setdefault(premise, []).append(one)
        return {key: tuple(ones) for key, ones in found.items()}

    def into(self, conclusion: str, polarity: str | None = None) -> tuple[Argument, ...]:
        """Return the arguments that bear on a claim or an argument, all or of one polarity."""
        if polarity is None:
            return self.bearing.get(conclusion, ())
        return (self.supports if polarity == "support" else self.attacks).get(conclusion, ())

    @cached_property
    def reached(self) -> Mapping[str, int]:
        """How many steps each claim and argument is from the nearest root; only what is reached.

        A premise, an undercut and a warrant are each one step further than what they bear on.
        """
        depth, bearing = dict.fromkeys(self.map.roots, 0), self.bearing
        queue = list(depth)
        for here in queue:
            for one in bearing.get(here, ()):
                if one.id not in depth:
                    depth[one.id] = depth[here]
                    queue.append(one.id)
                for premise in one.premises:
                    if premise not in depth:
                        depth[premise] = depth[here] + 1
                        queue.append(premise)
        return depth

    def target(self, argument: Argument) -> str:
        """Return the claim that an argument is about in the end, through whatever it undercuts.

        Of an argument on an argument, that is the conclusion of the latter, and so on.
        """
        seen = set()
        while argument.conclusion in self.map.arguments and argument.id not in seen:
            seen.add(argument.id)
            argument = self.map.arguments[argument.conclusion]
        return argument.conclusion

    @cached_property
    def sides(self) -> Mapping[str, frozenset[str]]:
        """On which sides of the roots each claim speaks: of `pro` and `con`, none, one or both.

        A support keeps the side of what it bears on, an attack turns it; what bears on an
        argument takes the side of the argument's premises.
        """
        sides, bearing = dict.fromkeys(self.map.roots, _PRO), self.bearing
        queue = list(sides.items())
        for here, side in queue:
            for one in bearing.get(here, ()):
                new = side if one.polarity == "support" else _BOTH - side
                for reached in (one.id, *one.premises):
                    if not (known := sides.get(reached, 0)) & new:
                        sides[reached] = known | new
                        queue.append((reached, new))
        return {key: _SIDES[value] for key, value in sides.items()}

    def below(self, claim: str) -> frozenset[str]:
        """Return the ids of all claims that bear on a claim, directly or through others."""
        found: set[str] = set()
        queue = [claim]
        for here in queue:
            for one in self.bearing.get(here, ()):
                queue.append(one.id)
                new = [premise for premise in one.premises if premise not in found]
                found.update(new)
                queue.extend(new)
        return frozenset(found - {claim})

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """The strongly connected components of claims and arguments that hold a cycle.

        Edges lead from premise to argument to conclusion. Members are in document order.
        """
        keys = (*self.map.claims, *self.map.arguments)
        position = {key: place for place, key in enumerate(keys)}
        found = (tuple(one) for one in knots(keys, self.successors))
        return tuple(sorted(found, key=lambda one: position[one[0]]))

    def successors(self, key: str) -> Iterator[str]:
        """Yield what a claim or argument leads to."""
        if key in self.map.arguments:
            yield self.map.arguments[key].conclusion
        else:
            yield from (one.id for one in self.used.get(key, ()))


_PRO, _BOTH = 1, 3  # as bits, of which there are two
_SIDES = (frozenset[str](), frozenset({"pro"}), frozenset({"con"}), frozenset({"pro", "con"}))


def _by_conclusion(arguments: Iterable[Argument]) -> dict[str, tuple[Argument, ...]]:
    found: dict[str, list[Argument]] = {}
    for one in arguments:
        found.setdefault(one.conclusion, []).append(one)
    return {key: tuple(ones) for key, ones in found.items()}


def knots(keys: Iterable[str], successors: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Return the strongly connected components of more than one member, each in order of `keys`.

    >>> knots("abc", lambda key: {"a": "b", "b": "ac", "c": ""}[key])
    [['a', 'b']]
    """
    number = {key: place for place, key in enumerate(keys)}
    sources: list[list[int]] = [[] for _ in number]
    for key, place in number.items():
        for other in successors(key):
            sources[number[other]].append(place)
    known = list(number)
    return [[known[place] for place in block] for block in blocks(sources) if len(block) > 1]
