"""What Carneades makes of a map: statements, arguments that are weighed, and issues.

The claims of a map become statements and its arguments are weighed (see `proving`). A claim that
is attacked is at issue with its own denial, which the attacking arguments support: by preponderance
of the evidence, the better side wins and a tie is lost. Arguments weigh 1 when all their premises
are in, times their `strength`. What undercuts an argument supports the statement that it does not
apply, and its warrants support one that it needs. A claim without reasons is assumed where it
stands alone; when attacked, it is worth its `confidence`, or 0.5, on its own.

What Carneades knows and the map's format has no key for is read from the user's own keys: of a
claim `x-assumed`, `x-standard` (PE, CCE or BRD) and `x-id` (its formula); of an argument
`x-weighing` and `x-traits`; of the map `x-issues`, each with `positions` and a `standard`. Attacks
that carry `x-issue` only show such an issue, and are not read.
"""

from collections.abc import Iterator, Mapping

from argmap.errors import Unsupported
from argmap.graph import Graph
from argmap.model import Argument, Claim
from argmap.reasoning.balancing import weighing
from argmap.reasoning.framing import BASE, stands_alone
from argmap.reasoning.proving import STANDARDS, Issue, Proof, Standard, Structure
from argmap.verdict import Reading


def structure(graph: Graph, reading: Reading) -> Structure:
    """Return what Carneades makes of a map."""
    claims, arguments = graph.map.claims, graph.map.arguments
    proofs = dict(_proofs(graph))
    denied = [key for key in claims if any(_is_read(one) for one in graph.into(key, "attack"))]
    assumed = set()
    for key, claim in claims.items():
        if _is_assumed(graph, claim, reading):
            if key in denied and "x-assumed" not in claim.extra:
                worth = BASE if claim.confidence is None else claim.confidence
                proofs[trust(key)] = Proof(statement(key), factor=float(worth))
            else:
                assumed.add(statement(key))
    statements = [statement(key) for key in claims] + [denial(key) for key in denied]
    statements += [name(key) for name in (undercutter, warrant) for key in arguments]
    terms = {statement(key): str(claim.extra.get("x-id", key)) for key, claim in claims.items()}
    return Structure(statements, proofs, _issues(graph, denied), frozenset(assumed), terms)


def _issues(graph: Graph, denied: list[str]) -> list[Issue]:
    """Return the issues that the map declares, and one for each other claim that is denied."""
    found: list[Issue] = []
    placed: set[str] = set()
    declared = graph.map.extra.get("x-issues")
    for one in declared.values() if isinstance(declared, Mapping) else ():
        positions = one.get("positions") if isinstance(one, Mapping) else None
        keys = [key for key in positions or () if key in graph.map.claims and key not in placed]
        placed.update(keys)
        denials = [denial(key) for key in keys if key in denied]
        found.append(Issue((*map(statement, keys), *denials), _standard(one.get("standard"))))
    for key in (key for key in denied if key not in placed):
        standard = graph.map.claims[key].extra.get("x-standard")
        found.append(Issue((statement(key), denial(key)), _standard(standard)))
    return found


def _standard(given: object) -> Standard:
    name = str(given or "PE").upper()
    if name not in STANDARDS:
        raise Unsupported(f"no proof standard {given!r} (there are: {', '.join(STANDARDS)})")
    return STANDARDS[name]


def _proofs(graph: Graph) -> Iterator[tuple[str, Proof]]:
    """Yield the arguments of a map with what they conclude, be it a denial or an undercutter."""
    for key, one in graph.map.arguments.items():
        if not _is_read(one):
            continue
        pro = one.polarity == "support"
        if one.conclusion in graph.map.arguments:
            conclusion = warrant(one.conclusion) if pro else undercutter(one.conclusion)
        else:
            conclusion = statement(one.conclusion) if pro else denial(one.conclusion)
        warrants = (warrant(key),) if graph.into(key, "support") else ()
        yield (
            argument(key),
            Proof(
                conclusion,
                (*(statement(premise) for premise in one.premises), *warrants),
                weighing(one.extra.get("x-weighing")),
                undercutter(key) if graph.into(key, "attack") else "",
                1.0 if one.strength is None else float(one.strength),
                traits if isinstance(traits := one.extra.get("x-traits"), Mapping) else {},
            ),
        )


def _is_read(one: Argument) -> bool:
    return "x-issue" not in one.extra


def _is_assumed(graph: Graph, claim: Claim, reading: Reading) -> bool:
    if "x-assumed" in claim.extra:
        return claim.extra["x-assumed"] is True
    return not graph.into(claim.id, "support") and stands_alone(claim, reading)


# Names of statements and arguments: the letters keep apart what stands for one id of the map.


def statement(key: str) -> str:
    """Return the name of what a claim says."""
    return f"c {key}"


def denial(key: str) -> str:
    """Return the name of what denies a claim."""
    return f"d {key}"


def undercutter(key: str) -> str:
    """Return the name of the statement that an argument does not apply."""
    return f"u {key}"


def warrant(key: str) -> str:
    """Return the name of the statement that warrants an argument."""
    return f"w {key}"


def argument(key: str) -> str:
    """Return the name of an argument of the map."""
    return f"a {key}"


def trust(key: str) -> str:
    """Return the name of what a claim is worth on its own."""
    return f"t {key}"
