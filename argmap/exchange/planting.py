"""From the graph in memory to the tree in a file: the way back from building.

Each claim is written where it is first needed, from the roots down, and referred to elsewhere. What
would stand too deep to be read goes on under `claims:`, and so does what no root reaches.
"""

from collections import deque
from collections.abc import Iterator

from argmap.exchange.identifying import Keys, in_order, is_foreign_argument, is_id
from argmap.exchange.sayings import Node, Sayings, plain
from argmap.model import ArgMap, Argument
from argmap.text import slug

DEEP = 26  # levels of YAML below which no claim is written in place, for the reader's sake
DEEPEST = 64  # levels of YAML that can be read at all
BELOW = 5  # levels that a claim or a step may need below its own mapping
INFERENCE = ("scheme", "strength", "criterion", "tactic", "answers")
REASONS = ("support", "attack", "premises", "warrant", "undercut")


class Planter:
    """Plants one map: the roots first, then the rest under `claims:`."""

    def __init__(self, argmap: ArgMap, keys: Keys, sayings: Sayings) -> None:
        self.map, self.keys, self.sayings = argmap, keys, sayings
        self.into: dict[tuple[str, str], list[Argument]] = {}
        for one in argmap.arguments.values():
            if not is_foreign_argument(one, argmap) and _is_sound(one, argmap):
                self.into.setdefault((one.conclusion, one.polarity), []).append(one)
        self.height = self._heights()
        self.placed: set[str] = set()
        self.waiting: deque[str] = deque()
        self.written: dict[str, Node] = {}
        self.referred: set[str] = set()
        self.names: dict[str, str] = {}  # of arguments, as they will be read

    def planted(self) -> Node:
        """Return `thesis`, `options` and `claims`, those of them that there are."""
        found: Node = {}
        argmap = self.map
        if argmap.thesis in argmap.claims:
            found["thesis"] = self.claim(argmap.thesis, 2, root=True)
        options = [key for key in argmap.options if key in argmap.claims]
        if options:
            found["options"] = [self.claim(key, 3, root=True) for key in options]
        listed = {self.keys.claim(key): self.listed(key) for key in self._rest()}
        if listed:
            found["claims"] = listed
        for key, node in self.written.items():
            if key not in self.referred and self._is_derived(node):
                del node["id"]
        return _simple(found)

    def claim(self, key: str, level: int, *, root: bool = False) -> Node:
        """Return a claim with what bears on it, or a reference to it."""
        node, new = self.place(key, level, root=root)
        if new:
            node |= self.reasons(key, level) | self._own_keys(key)
        return node

    def place(self, key: str, level: int, *, root: bool = False) -> tuple[Node, bool]:
        """Return what a claim says of itself, or a reference; and whether its reasons go here."""
        foreign = self.keys.is_foreign(key)
        new = key not in self.placed
        if not foreign and (root or not self.is_elsewhere(key, level)) and new:
            self.placed.add(key)
            self.written[key] = self.sayings.heading(self.map.claims[key], self.keys.claim(key))
            return self.written[key], True
        if new and not foreign and key not in self.map.roots:
            self.waiting.append(key)
        if foreign or key not in self.map.roots:
            self.placed.add(key)
        self.referred.add(key)
        return {"ref": self.keys.claim(key)}, new and foreign

    def is_elsewhere(self, key: str, level: int) -> bool:
        """Say whether a claim would be referred to from this level, not written there."""
        tall = level + 2 + 2 * self.height.get(key, 0) + BELOW > DEEPEST
        return (
            self.keys.is_foreign(key)
            or key in self.placed
            or key in self.map.roots
            or level > DEEP
            or tall
        )

    def listed(self, key: str) -> Node:
        """Return a claim under `claims:`, where the key is its id."""
        self.placed.add(key)
        node = self.sayings.heading(self.map.claims[key], self.keys.claim(key))
        del node["id"]
        node |= self.reasons(key, 3) | self._own_keys(key)
        return node

    def reasons(self, key: str, level: int) -> Node:
        """Return what bears on a claim whose mapping stands at a level."""
        found: Node = {}
        for polarity in ("support", "attack"):
            several = [self.reason(one, level + 2) for one in self._bearing(key, polarity)]
            if several:
                found[polarity] = several
        return found

    def reason(self, argument: Argument, level: int) -> Node:
        """Return an argument: its premises, what it says of itself, what bears on it."""
        own = plain(argument.extra)
        note = {"note": argument.note} if argument.note else {}
        first = argument.premises[0]
        if self._is_linked(argument, level):
            node: Node = {"id": argument.id} if is_id(argument.id) else {}
            node["premises"] = [self.claim(key, level + 2) for key in argument.premises]
            self._register(argument)
            node |= self._step(argument) | note
            if argument.tags:
                node["tags"] = list(argument.tags)
        else:
            node, new = self.place(first, level)
            self._register(argument)
            node |= self._step(argument) | note
            if new:
                node |= self.reasons(first, level)
                own |= {} if "ref" in node else self._own_keys(first)
        node |= self.bearing(argument, level) | own  # in place: `written` holds this very mapping
        return node

    def bearing(self, argument: Argument, level: int) -> Node:
        """Return the warrants and undercuts of an argument whose mapping stands at a level."""
        found: Node = {}
        if level + 2 + BELOW > DEEPEST:
            return found
        warrants = [self.reason(one, level + 2) for one in self._bearing(argument.id, "support")]
        if warrants:
            found["warrant"] = warrants if len(warrants) > 1 else warrants[0]
        undercuts = [self.reason(one, level + 2) for one in self._bearing(argument.id, "attack")]
        if undercuts:
            found["undercut"] = undercuts
        return found

    def _step(self, argument: Argument) -> Node:
        """Return what an argument says of the step from its premises to its conclusion."""
        found = {}
        for name in INFERENCE:
            value = getattr(argument, name)
            if value or value == 0:
                found[name] = plain(value)
        if argument.criterion:
            found["criterion"] = self.keys.key("criterion", argument.criterion)
        if argument.answers:
            self.referred |= set(argument.answers.values())
            found["answers"] = {
                question: self.keys.claim(key) for question, key in argument.answers.items()
            }
        return found

    def _is_linked(self, argument: Argument, level: int) -> bool:
        """Say whether only the form with `premises` can hold an argument."""
        remarks = argument.note or argument.extra
        return bool(
            len(argument.premises) > 1
            or argument.tags
            or is_id(argument.id)
            or (remarks and not self.is_elsewhere(argument.premises[0], level))
        )

    def _bearing(self, conclusion: str, polarity: str) -> list[Argument]:
        return in_order(self.into.get((conclusion, polarity), ()))

    def _own_keys(self, key: str) -> Node:
        found: Node = {} if self.keys.is_foreign(key) else plain(self.map.claims[key].extra)
        return found

    def _rest(self) -> Iterator[str]:
        """Yield the claims that go under `claims:`, while their trees bring up further ones."""
        yield from self._waiting()
        used = {key for several in self.into.values() for one in several for key in one.premises}
        for heads in (True, False):  # a claim that supports nothing is the head of a tree
            for key in self.map.claims:
                if key in self.placed or self.keys.is_foreign(key) or (heads and key in used):
                    continue
                yield key
                yield from self._waiting()

    def _waiting(self) -> Iterator[str]:
        while self.waiting:
            yield self.waiting.popleft()

    def _heights(self) -> dict[str, int]:
        """Return how many arguments on arguments stand on each claim, one upon the other."""
        found: dict[str, int] = {}
        for several in self.into.values():
            for one in several:
                last, height = self._ground(one)
                found[last] = max(height, found.get(last, 0))
        return found

    def _ground(self, argument: Argument) -> tuple[str, int]:
        """Return the claim that an argument is about in the end, and how far away that is."""
        seen = {argument.id}
        while (key := argument.conclusion) in self.map.arguments and key not in seen:
            argument = self.map.arguments[key]
            seen.add(key)
        return argument.conclusion, len(seen) - 1

    def _register(self, argument: Argument) -> None:
        """Note the id that an argument will have when the file is read: in this very order."""
        if is_id(argument.id):
            self.names[argument.id] = argument.id
            return
        conclusion = self.names.get(argument.conclusion) or self.keys.claim(argument.conclusion)
        premises = "+".join(map(self.keys.claim, argument.premises))
        self.names[argument.id] = self.keys.argument(
            f"{premises}.{argument.polarity}s.{conclusion}"
        )

    def _is_derived(self, node: Node) -> bool:
        text = node["text"]
        if not isinstance(text, str):
            text = text.get(self.map.language) or next(iter(text.values()))
        return bool(slug(text) == node["id"])


def _is_sound(argument: Argument, argmap: ArgMap) -> bool:
    return (
        bool(argument.premises)
        and all(key in argmap.claims for key in argument.premises)
        and (argument.conclusion in argmap.claims or argument.conclusion in argmap.arguments)
    )


def _simple(node: Node) -> Node:
    """Make a plain string of every claim that says no more than its text."""
    for name in ("thesis", "options", "claims", *REASONS):
        value = node.get(name)
        if isinstance(value, list):
            node[name] = [_one(item) for item in value]
        elif name == "claims" and isinstance(value, dict):
            node[name] = {key: _one(item) for key, item in value.items()}
        elif isinstance(value, dict):
            node[name] = _one(value)
    return node


def _one(node: Node) -> Node | str:
    node = _simple(node)
    if list(node) == ["text"] and isinstance(node["text"], str):
        return node["text"]
    return node
