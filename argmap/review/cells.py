"""Options side by side: which reasons speak for and against each, by criterion."""

from collections.abc import Mapping
from functools import cached_property

from argmap.graph import Graph
from argmap.language.wording import Words
from argmap.linting import Scan
from argmap.model import Argument, Claim

Reasons = frozenset[tuple[str, frozenset[str]]]  # of each its polarity and its premises


def comparison(scan: Scan) -> "Comparison":
    """Return the options of a file's map, side by side."""
    return Comparison(scan.graph)


class Comparison:
    """The options of a map and the arguments that bear on them."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.map = graph, graph.map
        self.options = tuple(dict.fromkeys(graph.map.options))

    @cached_property
    def cells(self) -> Mapping[str, Mapping[str, tuple[Argument, ...]]]:
        """The arguments about each option, by option and criterion; only where there are any."""
        found: dict[str, dict[str, tuple[Argument, ...]]] = {one: {} for one in self.options}
        for argument in self.map.arguments.values():
            if argument.criterion:
                for option in self.served(self.graph.target(argument)):
                    cells = found[option]
                    cells[argument.criterion] = (*cells.get(argument.criterion, ()), argument)
        return found

    def served(self, claim: str) -> tuple[str, ...]:
        """Return the options that a claim is, or bears on."""
        if claim in self.options:
            return (claim,)
        return tuple(one for one in self.options if claim in self.below[one])

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """The claims that bear on each option."""
        return {option: self.graph.below(option) for option in self.options}

    def reasons(self, option: str, criterion: str = "") -> Reasons:
        """Return the reasons given at an option itself, all or on one criterion.

        A claim that is referred to in several places is the same reason in all of them.
        """
        return frozenset(
            (one.polarity, frozenset(one.premises))
            for one in self.graph.into(option)
            if not criterion or one.criterion == criterion
        )


def is_as_now(option: Claim, words: Words | None) -> bool:
    """Tell whether an option leaves things as they are, by its tags, its name or its words."""
    if not {"status-quo", "statu-quo"}.isdisjoint((*option.tags, option.id)):
        return True
    if words is None:
        return False
    as_now = words.pattern("{status-quo}")
    return any(as_now.search(text) for text in (option.text, option.label))
