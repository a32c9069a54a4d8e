"""A comparison of options as plain data, which JSON holds and rows of a table are made of."""

from typing import Any

from argmap.deciding.comparing import Contest, Standing
from argmap.deciding.flipping import Flip
from argmap.deciding.recounting import Recount
from argmap.deciding.sampling import SCENARIOS

DIGITS = 6  # as many as are the same on every machine


def rounded(value: float | None) -> float | None:
    """Return a number as it is written for programs."""
    return None if value is None else round(value, DIGITS) + 0.0


def exported(recount: Recount) -> dict[str, Any]:
    """Return all of a comparison as plain data; numbers have six decimals at most."""
    contest, question = recount.contest, recount.contest.question
    return {
        "title": contest.map.title,
        "question": contest.map.question,
        "semantics": contest.tally.semantics,
        "stakeholder": question.stakeholder or None,
        "spread": {
            "weights": question.spread.weights,
            "confidences": question.spread.confidences,
        },
        "scenarios": SCENARIOS,
        "seed": question.seed,
        "criteria": [
            {
                "id": one.id,
                "text": recount.column(one.id),
                "weight": one.weight,
                "idle": one.id in contest.idle,
            }
            for one in contest.tally.columns
        ],
        "options": [_option(recount, one) for one in contest.standings],
        "lead": rounded(contest.lead),
        "dominance": [{"better": one, "worse": other} for one, other in contest.dominated],
        "flips": {
            "weight": _flip(contest.by_weight),
            "confidence": _flip(contest.by_confidence),
        },
        "cruxes": _cruxes(contest),
        "levers": [
            {
                "weight" if one.weight else "claim": one.what,
                "between": [rounded(end) for end in one.between],
                "leads": [rounded(one.low), rounded(one.high)],
            }
            for one in contest.levers
        ],
        "lenses": {key or "": dict(ranks) for key, ranks in contest.lenses.items()},
        "winners": {key: list(options) for key, options in contest.winners.items()},
        "findings": [
            {"heading": one.heading, "sentences": list(one.sentences)} for one in recount.sections()
        ],
    }


def _option(recount: Recount, one: Standing) -> dict[str, Any]:
    contest = recount.contest
    claim = contest.map.claims[one.option]
    cells = zip(contest.tally.columns, one.cells, strict=True)
    return {
        "id": one.option,
        "text": claim.text,
        "label": claim.label,
        "status_quo": one.option == contest.as_now,
        "rank": one.rank,
        "ranks": {"best": one.best, "worst": one.worst, "exact": one.firm},
        "score": rounded(one.score),
        "range": {"low": rounded(one.low), "high": rounded(one.high), "exact": one.exact},
        "margin": rounded(one.margin),
        "first": rounded(one.share),
        "cells": {
            column.id: {
                "value": rounded(value),
                "reasons": _reasons(recount, one.option, column.id),
            }
            for column, value in cells
        },
    }


def _reasons(recount: Recount, option: str, column: str) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "polarity": one.polarity,
            "premises": list(one.premises),
            "strength": rounded(recount.worth(one)),
            "founded": one.id in recount.contest.founded,
        }
        for one in recount.reasons(option, column)
    ]


def _flip(flip: Flip | None) -> dict[str, Any] | None:
    if flip is None:
        return None
    return {
        "what": flip.what,
        "now": rounded(flip.now),
        "limit": rounded(flip.limit),
        "enough": flip.enough,
    }


def _cruxes(contest: Contest) -> list[dict[str, Any]]:
    return [
        {
            "claim": one.claim,
            "strength": rounded(one.strength),
            "reversed": one.reversed,
            "ranks": dict(zip(contest.tally.options, one.ranks, strict=True)),
            "first": list(one.winners),
        }
        for one in contest.cruxes
    ]
