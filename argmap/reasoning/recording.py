"""The JSON form of an explanation, for other programs."""

from dataclasses import asdict
from typing import Any

from argmap.reasoning.accounting import Explanation

Form = dict[str, Any]


def recorded(told: Explanation) -> Form:
    """Return an explanation with its certificate, in plain values."""
    standing = told.verdict[told.claim]
    found = told.strength
    return {
        "claim": told.claim,
        "semantics": told.verdict.semantics,
        "support": told.reading.support,
        "needs_support": told.reading.needs_support,
        "label": standing.label,
        "possible": told.claim in told.verdict.possible,
        "strength": standing.strength,
        "base": standing.base,
        "why": [
            {
                "label": one.label,
                "steps": [asdict(step) for step in one.steps],
                "set": list(one.shown),
                "smallest": one.exact,
            }
            for one in told.grounds
        ],
        "change": told.change and asdict(told.change),
        "contributions": found
        and {
            "alone": found.alone,
            "orders": found.orders,
            "claims": {key: asdict(one) for key, one in found.shares.items()},
        },
        "tips": [asdict(one) for one in found.tips] if found else [],
        "tips_complete": bool(found and found.complete),
        "questions": [asdict(one) for one in told.questions],
        "certificate": told.certificate,
    }
