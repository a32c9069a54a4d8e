"""What a map's own verdict tests, its `expect`, come to: what is expected, and what is found.

Nothing is judged that no test asks for. A map of which an argument is missing, because what it
refers to is, has no verdicts that could be held against anything: no test is run on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from argmap.errors import Unsupported
from argmap.linting import Scan
from argmap.model import Labels
from argmap.positions import Path
from argmap.reasoning.bounding import bounds
from argmap.reasoning.labelling import Effort
from argmap.verdict import Label, Reading, Verdict

SECONDS = "expect-seconds"  # the threshold: how long each semantics may take
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that is expected of a claim or argument, where, and what its label is.

    `found` is None where that was not decided in time, or, with a `why`, where the semantics
    cannot judge the map; `none` tells that there is no outcome.
    """

    path: Path
    semantics: str
    claim: str
    wanted: Label
    found: Label | None
    none: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """A strength that is expected of a claim or argument, and what it is.

    `found` is None where it does not settle, or, with `own` false, where a plain argument has no
    strength beside that of its premise.
    """

    claim: str
    wanted: str | float
    found: float | None
    semantics: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two options of which the first is expected to rank higher, where, and what their ranks are.

    A rank is None where there is none: a strength does not settle, or all weights are 0.
    """

    path: Path
    better: str
    worse: str
    ranks: tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Expected:
    """All verdict tests of a map with what they come to, in the order of the file."""

    labels: tuple[Labelled, ...] = ()
    strengths: tuple[Measured, ...] = ()
    order: tuple[Ordered, ...] = ()


def expected(scan: Scan) -> Expected:
    """Return what the tests of a file come to."""
    expect = scan.map.expect
    if expect is None or not all(use.known for use in scan.built.uses):
        return Expected()
    return Expected(tuple(_labels(scan)), tuple(_strengths(scan)), tuple(_order(scan)))


def _verdict(scan: Scan, semantics: str = "") -> Verdict:
    """Return the labels of a semantics, or the strengths that `argmap evaluate` gives."""
    from argmap import evaluating  # noqa: PLC0415  most maps test nothing, and start without it

    reading = Reading("carneades") if semantics == "carneades" else Reading()
    case = evaluating.Case(scan.map, reading, Effort(scan.number(SECONDS)))
    names = [semantics] if semantics else ["grounded"]
    return evaluating.chosen(case, names)[0 if semantics else -1].judge(case)


def _labels(scan: Scan) -> Iterator[Labelled]:
    assert scan.map.expect is not None
    for semantics, labels in scan.map.expect.labels.items():
        tests = [one for one in _asked(labels) if _is_known(scan, one[2])]
        if not tests:
            continue
        verdict, why = Verdict(semantics=semantics), ""
        try:
            verdict = _verdict(scan, semantics)
        except Unsupported as error:
            why = str(error)
        none = any(note.key == "no-outcome" for note in verdict.notes)
        for wanted, number, key in tests:
            path = ("expect", semantics, wanted, number)
            yield Labelled(path, semantics, key, wanted, verdict.labels.get(key), none, why)


def _asked(labels: Labels) -> Iterator[tuple[Label, int, str]]:
    lists: dict[Label, tuple[str, ...]] = {
        "in": labels.accepted,
        "out": labels.rejected,
        "undecided": labels.undecided,
    }
    for label, names in lists.items():
        yield from ((label, number, name) for number, name in enumerate(names))


def _strengths(scan: Scan) -> Iterator[Measured]:
    assert scan.map.expect is not None
    tests = [
        (key, wanted)
        for key, wanted in scan.map.expect.strength.items()
        if _is_known(scan, key) and bounds(wanted)
    ]
    if not tests:
        return
    verdict = _verdict(scan)
    for key, wanted in tests:
        found, own = verdict.strengths.get(key), key in verdict.bases
        yield Measured(key, wanted, found, verdict.semantics, own)


def _order(scan: Scan) -> Iterator[Ordered]:
    """Yield each expected option with the next one below it, so that the list may be partial."""
    assert scan.map.expect is not None
    options = set(scan.map.options)
    asked = [pair for pair in enumerate(scan.map.expect.ranking) if pair[1] in options]
    if len(asked) < _PAIR:
        return
    from argmap.reasoning.ranking import ranking  # noqa: PLC0415  as above

    rank = {one.option: one.rank for one in ranking(scan.map)}
    for (_, better), (number, worse) in pairwise(asked):
        path = ("expect", "ranking", number)
        yield Ordered(path, better, worse, (rank[better], rank[worse]))


def _is_known(scan: Scan, key: str) -> bool:
    return key in scan.map.claims or key in scan.map.arguments
