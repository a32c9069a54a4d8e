"""Carneades: reasons are weighed, and a proof standard says who has met the burden.

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
from argmap.evaluating import BASE, Case, Semantics
from argmap.graph import Graph
from argmap.model import Argument, Claim
from argmap.reasoning.balancing import weighing
from argmap.reasoning.framing import stands_alone
from argmap.reasoning.proving import STANDARDS, Issue, Proof, Standard, Structure, Weighing
from argmap.verdict import Label, Reading, Verdict


def judge(case: Case) -> Verdict:
    """Return the labels of all claims and arguments."""
    graph = case.graph
    found = Weighing(_structure(graph, case.reading))
    labels: dict[str, Label] = {key: found.labels[_claim(key)] for key in graph.map.claims}
    for key in graph.map.arguments:
        name = _argument(key)
        if name in found.proofs:
            ready = found.is_ready(name)
            labels[key] = "undecided" if not ready else "in" if found.weight(name) > 0 else "out"
    return Verdict(
        semantics="carneades",
        labels=labels,
        possible=frozenset(key for key, label in labels.items() if label == "in"),
    )


def _structure(graph: Graph, reading: Reading) -> Structure:
    """Return what Carneades makes of a map."""
    claims, arguments = graph.map.claims, graph.map.arguments
    proofs = dict(_proofs(graph))
    denied = [key for key in claims if any(_is_read(one) for one in graph.into(key, "attack"))]
    assumed = set()
    for key, claim in claims.items():
        if _is_assumed(graph, claim, reading):
            if key in denied and "x-assumed" not in claim.extra:
                worth = BASE if claim.confidence is None else claim.confidence
                proofs[_trust(key)] = Proof(_claim(key), factor=float(worth))
            else:
                assumed.add(_claim(key))
    statements = [_claim(key) for key in claims] + [_denial(key) for key in denied]
    statements += [name(key) for name in (_undercutter, _warrant) for key in arguments]
    terms = {_claim(key): str(claim.extra.get("x-id", key)) for key, claim in claims.items()}
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
        denials = [_denial(key) for key in keys if key in denied]
        found.append(Issue((*map(_claim, keys), *denials), _standard(one.get("standard"))))
    for key in (key for key in denied if key not in placed):
        standard = graph.map.claims[key].extra.get("x-standard")
        found.append(Issue((_claim(key), _denial(key)), _standard(standard)))
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
            conclusion = _warrant(one.conclusion) if pro else _undercutter(one.conclusion)
        else:
            conclusion = _claim(one.conclusion) if pro else _denial(one.conclusion)
        warrants = (_warrant(key),) if graph.into(key, "support") else ()
        yield (
            _argument(key),
            Proof(
                conclusion,
                (*(_claim(premise) for premise in one.premises), *warrants),
                weighing(one.extra.get("x-weighing")),
                _undercutter(key) if graph.into(key, "attack") else "",
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


def _claim(key: str) -> str:
    return f"c {key}"


def _denial(key: str) -> str:
    return f"d {key}"


def _undercutter(key: str) -> str:
    return f"u {key}"


def _warrant(key: str) -> str:
    return f"w {key}"


def _argument(key: str) -> str:
    return f"a {key}"


def _trust(key: str) -> str:
    return f"t {key}"


SEMANTICS = Semantics("carneades", "labels", judge)
