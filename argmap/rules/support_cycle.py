"""Claims support one another in a circle.

Circular reasoning convinces only those who already agree: each claim of the circle is as good as
the next, and none stands on anything else. Attacks that go in a circle are no fault: that is what
a debate looks like.

Bad:

    argmap: 1
    title: A trusted paper
    thesis:
      id: trusted
      text: The paper can be trusted.
      support:
        - id: honest
          text: The paper says that it is honest.
          support:
            - ref: trusted

Good:

    argmap: 1
    title: A trusted paper
    thesis:
      id: trusted
      text: The paper can be trusted.
      support:
        - text: The paper corrects its mistakes.
      attack:
        - id: biased
          text: The paper takes sides.
          attack:
            - text: The paper prints both sides.
              attack:
                - ref: biased
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from argmap.graph import knots
from argmap.linting import Also, Found, Rule, Scan
from argmap.model import Argument
from argmap.positions import Path
from argmap.problems import Severity

Successors = Callable[[str], Iterable[str]]


def check(scan: Scan) -> Iterator[Found]:
    """Yield one circle of each knot of supports: a tree has none, so each goes through a ref."""
    arguments = scan.map.arguments

    def successors(key: str) -> Iterable[str]:
        if key in arguments:
            return (arguments[key].conclusion,)
        return (
            one.id
            for one in scan.graph.used.get(key, ())
            if one.polarity == "support" and one.conclusion != key  # of itself, AM105 speaks
        )

    queue = [use.ref for use in scan.built.uses if use.known]
    above: dict[str, tuple[str, ...]] = {}
    for here in queue:  # grows while it is read
        if here not in above:
            above[here] = tuple(successors(here))
            queue += above[here]
    keys = [key for key in (*scan.map.claims, *arguments) if key in above] if above else ()
    for knot in knots(keys, above.__getitem__):
        yield from _found(scan, _circle(knot[0], set(knot), successors))


def _circle(start: str, knot: set[str], successors: Successors) -> list[str]:
    """Return the shortest way from a claim or argument back to it, ending with it."""
    before: dict[str, str] = {}
    queue = [start]
    for here in queue:
        for other in successors(here):
            if other in knot and other not in before:
                before[other] = here
                queue.append(other)
    way = [start]
    while len(way) == 1 or way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


def _found(scan: Scan, way: list[str]) -> Iterator[Found]:
    """Yield the finding for a circle, unless none of it stands in this file."""
    written = {use.path: use.ref for use in scan.built.uses}
    steps: list[tuple[bool, Path, Argument]] = []
    for premise, key in pairwise(way):
        place = scan.built.places.get(key)
        if key not in scan.map.arguments or place is None:
            continue
        refs = [
            path for path in _refs(place, scan.map.arguments[key]) if written.get(path) == premise
        ]
        steps.append((bool(refs), refs[0] if refs else place, scan.map.arguments[key]))
    if not steps:
        return
    last = max(range(len(steps)), key=lambda number: (steps[number][0], number))
    claims = [key for key in way if key in scan.map.claims]
    yield Found(
        steps[last][1],
        {"circle": " → ".join(claims if claims[0] == claims[-1] else [*claims, claims[0]])},
        also=tuple(
            Also(path, "step", {"premises": " + ".join(one.premises), "conclusion": one.conclusion})
            for number, (_, path, one) in enumerate(steps)
            if number != last
        ),
    )


def _refs(place: Path, argument: Argument) -> Iterator[Path]:
    """Yield where the refs of an argument could stand."""
    yield (*place, "ref")
    yield from ((*place, "premises", number, "ref") for number in range(len(argument.premises)))


RULE = Rule(
    code="AM104",
    slug="support-cycle",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "claims support one another in a circle: {circle}",
        "es": "unas afirmaciones se apoyan en círculo: {circle}",
    },
    help={
        "en": "take one of the supports out, or give a reason from outside the circle instead",
        "es": "quita uno de los apoyos, o da en su lugar una razón de fuera del círculo",
    },
    notes={
        "step": {
            "en": "{premises} supports {conclusion}",
            "es": "{premises} apoya {conclusion}",
        }
    },
    about={
        "es": """Unas afirmaciones se apoyan unas a otras en círculo.

        El razonamiento circular solo convence a quien ya está de acuerdo: cada afirmación vale lo
        que la siguiente, y ninguna se apoya en otra cosa. Los ataques en círculo no son un fallo:
        así es un debate.""",
    },
    certain=True,
)
