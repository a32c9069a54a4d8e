"""Squared DF-QuAD: DF-QuAD's sides, but the base score is moved by g / (1 + g).

With g what the attackers leave open minus what the supporters do, and h = |g| / (1 + |g|), the
strength is base + (1 - base) h for positive g, and base - base h else: product aggregation with
the 1-max influence (Kampik, Potyka, Yin, Čyras & Toni 2024, table 3). It does not saturate.
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    balance = attack - support
    share = abs(balance) / (1 + abs(balance))
    return base + (1 - base) * share if balance >= 0 else base - base * share


SEMANTICS = graded("squared-df-quad", Formula("product", influence))
