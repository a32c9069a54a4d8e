"""How claims and arguments are mentioned in an explanation, and numbers written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor

from argmap.model import ArgMap
from argmap.phrasing import Phrases
from argmap.reasoning.tabling import cut
from argmap.text import one_line

WHOLE, LONG, SHORT = 240, 100, 28  # columns of the claim asked about, of others, and of any later
STEPS, NAMES = 3, 3  # how many steps and names are told unless all are wanted


@dataclass(frozen=True)
class Manner:
    """How it is told: in whose words, how wide (0: any width), in colour, all of it, with terms."""

    say: Phrases
    width: int = 0
    colour: bool = False
    every: bool = False
    technical: bool = False


@dataclass
class Naming:
    """Names claims and arguments, more shortly when they were named before.

    Ids are shown where all is told, where one has to write at a claim, and where two claims would
    go by one name.
    """

    map: ArgMap
    manner: Manner
    topic: str = ""
    named: set[str] = field(default_factory=set)
    meant: dict[str, str] = field(default_factory=dict)

    def claim(self, key: str) -> str:
        """Return a claim in quotation marks: its text, and later its first words."""
        return self._quoted(key, ids=self.manner.every)

    def place(self, key: str) -> str:
        """Return a claim or an argument with its id: one that a reader is to do something at."""
        return self._quoted(key, ids=True) if key in self.map.claims else self.thing(key)

    def _quoted(self, key: str, *, ids: bool) -> str:
        if key == self.topic and key in self.named:
            return self.manner.say("this-claim")
        claim = self.map.claims[key]
        room = SHORT if key in self.named else WHOLE if key == self.topic else LONG
        text = cut(one_line(claim.text), room).rstrip(".")
        self.named.add(key)
        known = self.meant.setdefault(text, key) == key
        if known and not ids:
            return self.manner.say("quoted", text=text)
        return self.manner.say("quoted-id", text=text, id=one_line(key))

    def thing(self, key: str) -> str:
        """Return a claim, or an argument by its premises."""
        if key in self.map.claims:
            return self.claim(key)
        premises = list(dict.fromkeys(self.map.arguments[key].premises))
        if len(premises) == 1:
            return self.claim(premises[0])
        return self.manner.say("together", claims=self.joined(map(self.claim, premises)))

    def step(self, key: str) -> str:
        """Return an argument as a step from its premises to its conclusion."""
        one = self.map.arguments[key]
        premises = self.joined(self.claim(premise) for premise in dict.fromkeys(one.premises))
        end = one.conclusion
        to = self.claim(end) if end in self.map.claims else self.step(end)
        return self.manner.say("step", premises=premises, conclusion=to)

    def subject(self, key: str) -> str:
        """Return a claim, or an argument as a step."""
        return self.claim(key) if key in self.map.claims else self.step(key)

    def joined(self, names: Iterable[str], how: str = "joined") -> str:
        """Return names as a list in a sentence."""
        say, given = self.manner.say, list(names)
        if len(given) < 2:
            return "".join(given)
        return say(how, first=say("between").join(given[:-1]), last=given[-1])

    def listed(self, keys: Sequence[str], how: str = "joined", *, places: bool = False) -> str:
        """Return claims and arguments as a list, cut short unless all are wanted."""
        most = len(keys) if self.manner.every or len(keys) <= NAMES + 1 else NAMES
        names = [(self.place if places else self.thing)(key) for key in keys[:most]]
        more = len(keys) - most
        return self.joined([*names, *([self.manner.say("and-more", count=more)] * bool(more))], how)


def number(value: float, *, up: bool | None = None) -> str:
    """Return a number from 0 to 1 as it is written; rounded up or down where that is asked.

    >>> number(0.3333), number(0.3333, up=True), number(0.5004)
    ('0.33', '0.34', '0.5004')
    """
    if up is not None:
        value = (ceil if up else floor)(round(value * 100, 6)) / 100
    for places in range(2, 5):
        shown = f"{value:.{places}f}"
        if float(shown) != 0.5 or abs(value - 0.5) < 1e-9:
            break
    return shown
