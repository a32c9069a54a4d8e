"""Carneades: reasons are weighed, and a proof standard says who has met the burden.

A claim that is attacked is at issue with its own denial: by preponderance of the evidence, the
better side wins and a tie is lost (Gordon, Prakken & Walton 2007, "The Carneades model of argument
and burden of proof"; Gordon & Walton 2016, "Formalizing balancing arguments"). See `pleading` for
how a map is read, and `proving` for how it is judged.
"""

from argmap.evaluating import Case, Semantics
from argmap.reasoning.pleading import argument, statement, structure
from argmap.reasoning.proving import Weighing
from argmap.verdict import Label, Verdict


def judge(case: Case) -> Verdict:
    """Return the labels of all claims and arguments."""
    graph = case.graph
    found = Weighing(structure(graph, case.reading))
    labels: dict[str, Label] = {key: found.labels[statement(key)] for key in graph.map.claims}
    for key in graph.map.arguments:
        name = argument(key)
        if name in found.proofs:
            ready = found.is_ready(name)
            labels[key] = "undecided" if not ready else "in" if found.weight(name) > 0 else "out"
    return Verdict(
        semantics="carneades",
        labels=labels,
        possible=frozenset(key for key, label in labels.items() if label == "in"),
    )


SEMANTICS = Semantics("carneades", "labels", judge)
