"""What is put forward for and against a root, and what of it is answered, as rules look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.language.prose import prose
from argmap.linting import Scan, Threshold
from argmap.model import Argument, Claim
from argmap.positions import Path

OFFENCE = ("turn", "outweigh")
_MOST = 100_000  # steps that back contentions, each counted for every one of them
BEGUN = Threshold(
    0.5,
    {
        "en": "what share must have something, 0 to 1, before the rest is asked for it",
        "es": "qué parte debe tener algo, de 0 a 1, antes de que se le pida al resto",
    },
    {"tournament": 0, "publish": 0},
)


@dataclass(frozen=True, slots=True)
class Contention:
    """One argument on a root that is written in the file: `side` is pro or con.

    `claims` are its premises and all that backs them or its step; `keys` are those and the
    arguments between them: whoever attacks one of them answers the contention.
    """

    argument: Argument
    path: Path
    side: str
    claims: tuple[str, ...]
    keys: frozenset[str]


def contentions(scan: Scan) -> tuple[Contention, ...]:
    """Return the contentions on the thesis and the options, in the order of the file.

    Where all backs all, and that many times over, there are none worth the name.
    """
    found, work = [], 0
    roots = frozenset(scan.map.roots)
    for argument, path in scan.arguments:
        if argument.conclusion in roots:
            steps = backing(scan, argument)
            work += len(steps)
            if work > _MOST:
                return ()
            claims = tuple(dict.fromkeys(key for one in steps for key in one.premises))
            side = "pro" if argument.polarity == "support" else "con"
            keys = frozenset((*claims, *(one.id for one in steps)))
            found.append(Contention(argument, path, side, claims, keys))
    return tuple(found)


def debated(scan: Scan) -> tuple[Contention, ...]:
    """Return the contentions on a thesis that two sides can argue; none beside rival options."""
    return () if scan.map.options or not scan.map.thesis else scan.once(contentions)


def backing(scan: Scan, top: Argument) -> tuple[Argument, ...]:
    """Return an argument and all that supports its premises or its step, each once."""
    supporting = scan.graph.supports
    found = {top.id: top}
    queue = [top]
    for here in queue:  # grows while it is read
        for key in (here.id, *here.premises):
            for one in supporting.get(key, ()):
                if one.id not in found:
                    found[one.id] = one
                    queue.append(one)
    return tuple(queue)


def is_answered(scan: Scan, argument: Argument) -> bool:
    """Tell whether something attacks an argument, its premises or anything that backs them."""
    return argument.id in scan.once(answered)


def answered(scan: Scan) -> Mapping[str, Argument]:
    """Return all arguments that are answered, by id: found from the attacks, and what they hit."""
    attacked, map_ = scan.graph.attacks, scan.map
    found = {
        one.id: one
        for one in map_.arguments.values()
        if one.id in attacked or not attacked.keys().isdisjoint(one.premises)
    }
    for here in (queue := list(found.values())):  # grows while it is read
        if here.polarity == "support":
            above = list(scan.graph.used.get(here.conclusion, ()))
            above += [map_.arguments[one] for one in (here.conclusion,) if one in map_.arguments]
            new = {one.id: one for one in above if one.id not in found}
            found |= new
            queue += new.values()
    return found


def is_settled(scan: Scan, argument: Argument) -> bool:
    """Tell whether nobody need answer an argument: it is granted, or still being worked on."""
    claims = [scan.map.claims[key] for key in argument.premises]
    return all(one.conceded for one in claims) or any(one.open for one in claims)


def is_impact(claim: Claim) -> bool:
    """Tell whether a claim says what is at stake."""
    return claim.kind == "impact" or claim.impact is not None


def calls_for(scan: Scan) -> str:
    """Return what sort of claim the thesis is: as it is marked, or a policy if it names a duty."""
    thesis = scan.map.claims.get(scan.map.thesis)
    if thesis is None or thesis.kind:
        return (thesis and thesis.kind) or ""
    saying = scan.once(prose).of(thesis.id)
    return "policy" if saying and saying.has("{duties}") else ""


def is_begun(scan: Scan, done: int, missing: int) -> bool:
    """Tell whether so much is done that the rest may be asked for: a sketch is left alone."""
    return done >= scan.number("begun") * (done + missing)


def named(scan: Scan, argument: Argument) -> str:
    """Return what an argument is called: the labels or texts of its premises."""
    return " + ".join(scan.map.claims[key].name.rstrip(".") for key in argument.premises)
