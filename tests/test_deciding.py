"""Options compared: bounds, flips, dominance and the rest against brute force on random maps."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from argmap.deciding.comparing import Question, compare
from argmap.deciding.dominating import dominated
from argmap.deciding.doubting import cruxes, forced
from argmap.deciding.flipping import Duel
from argmap.deciding.ranging import Bounds, Spread, movable, sides
from argmap.deciding.sampling import scenarios
from argmap.errors import UnknownName, Unsupported
from argmap.model import ArgMap, Argument, Claim, Criterion
from argmap.reasoning.ranking import LEVEL, Tally, ranking, ranks, weighted

SEEDS = range(150)
SPREAD = Spread(0.3, 0.2)
GRID = 200


def lot(seed, *, circles=False):
    """Return a small random map of options."""
    source = Random(seed)
    options = [f"o{n}" for n in range(source.randint(2, 4))]
    claims = [f"c{n}" for n in range(source.randint(1, 5))]
    criteria = [
        Criterion(id=f"k{n}", text=f"K {n}.", weight=source.choice([0, 0.5, 1, 2, 3]))
        for n in range(source.randint(0, 3))
    ]
    found = {}

    def add(premises, conclusion, **given):
        key = f"{'+'.join(premises)}.{len(found)}.{conclusion}"
        polarity = source.choice(["support", "attack"])
        strength = source.choice([None, None, 0.5, 0.8])
        found[key] = Argument(
            id=key, premises=tuple(premises), conclusion=conclusion, polarity=polarity,
            strength=strength, **given,
        )  # fmt: skip
        return key

    for option in options:
        for _ in range(source.randint(0, 3)):
            premises = source.sample(claims, 2 if len(claims) > 1 and source.random() < 0.2 else 1)
            criterion = source.choice([*(one.id for one in criteria), ""])
            key = add(premises, option, criterion=criterion)
            if source.random() < 0.25:
                add([source.choice(claims)], key)
    for n, claim in enumerate(claims):
        for other in claims[:n] if not circles else claims:
            if source.random() < 0.3:
                add([claim], other)
    confidences = {key: source.choice([None, 0.2, 0.5, 0.7, 1.0]) for key in claims}
    return ArgMap(
        claims={
            **{key: Claim(id=key, text=key) for key in options},
            **{key: Claim(id=key, text=key, confidence=confidences[key]) for key in claims},
        },
        arguments=found,
        options=tuple(options),
        criteria=tuple(criteria),
    )


def corners(tally, spread):
    """Yield every combination of least and greatest base scores and weights."""
    lots = [sorted(set(one)) for one in sides(tally, spread)]
    share = spread.weights
    weights = [sorted({one * (1 - share), one * (1 + share)}) for one in tally.weights]
    for bases in product(*lots):
        cells = tally.cells(bases)
        for loads in product(*weights):
            yield tally.scores(cells, loads)


@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy", "euler-based"])
def test_bounds_are_those_of_brute_force(semantics):
    exact = mixed = firm = 0
    for seed in SEEDS:
        tally = Tally(lot(seed), semantics)
        bounds = Bounds(tally, SPREAD)
        assert bounds.known
        every = list(corners(tally, SPREAD))
        places = [ranks(scores) for scores in every]
        for n in range(len(tally.options)):
            known = [scores[n] for scores in every if scores[n] is not None]
            found = bounds.score(n)
            if not known:
                assert found is None
                continue
            assert found[0] <= min(known) + 1e-12 and max(known) - 1e-12 <= found[1]
            if bounds.is_exact(n):
                assert found == pytest.approx((min(known), max(known)), abs=1e-12)
                exact += 1
            else:
                mixed += 1
            best, worst = bounds.rank(n)
            seen = [one[n] for one in places]
            assert best <= min(seen) and max(seen) <= worst
            firm += (best, worst) == (min(seen), max(seen))
    assert exact > 200 and mixed > 20 and firm > 100


def test_what_is_best_for_an_option_reaches_its_bounds():
    reached = 0
    for seed in SEEDS:
        tally = Tally(lot(seed))
        bounds = Bounds(tally, SPREAD)
        for n in range(len(tally.options)):
            if bounds.score(n) and bounds.is_exact(n):
                scores = [
                    weighted(tally.cells(corner.bases)[n], corner.weights)
                    for corner in bounds.corners(n)
                ]
                assert tuple(scores) == pytest.approx(bounds.score(n), abs=1e-12)
                reached += 1
    assert reached > 200


def test_scenarios_stay_within_the_spread_and_within_the_bounds():
    for seed in range(10):
        tally = Tally(lot(seed))
        bounds = Bounds(tally, SPREAD)
        lots = sides(tally, SPREAD)
        for number, one in enumerate(scenarios(tally, SPREAD, seed)):
            for base, (low, high) in zip(one.bases, lots, strict=True):
                assert low <= base <= high
            if number < 50 and any(tally.weights):
                scores = tally.scores(tally.cells(one.bases), one.weights)
                for n, score in enumerate(scores):
                    low, high = bounds.score(n)
                    assert low - 1e-12 <= score <= high + 1e-12


def duels(**given):
    """Yield random maps with the lead of their first option over the second."""
    for seed in SEEDS:
        tally = Tally(lot(seed, **given))
        order = ranking(tally.map)
        if order[1].score is not None and order[0].score - order[1].score > 1e-6:
            duel = Duel(tally, order[0].option, order[1].option)
            yield duel.tally, duel


def test_the_least_change_of_a_confidence_is_that_of_brute_force():
    turned = kept = 0
    for tally, duel in duels():
        nearest = None
        for key in movable(tally):
            place = tally.numbers[key]
            now = tally.bases[place]
            for n in range(GRID + 1):
                size = abs(n / GRID - now)
                if (nearest is None or size < nearest) and duel.at(place, n / GRID) < -LEVEL:
                    nearest = size
        found = duel.by_confidence()
        if nearest is None:
            assert found is None
            kept += 1
            continue
        place = tally.numbers[found.what]
        assert nearest - 1 / GRID - 1e-9 <= found.size <= nearest + 1e-9
        assert duel.at(place, found.enough) < 0
        assert abs(found.enough - found.limit) <= 0.02
        turned += 1
    assert turned > 30 and kept > 10


def test_the_least_change_of_a_weight_is_that_of_brute_force():
    turned = kept = 0
    for tally, duel in duels():
        grid = [n / 50 for n in range(1, 2_000)]
        nearest = min(
            (
                abs(weight - tally.weights[n])
                for n in range(len(tally.columns))
                for weight in grid
                if duel.under(n, weight) < -LEVEL
            ),
            default=None,
        )
        found = duel.by_weight()
        if nearest is None:
            assert found is None or found.size > 30 or found.limit < 0.03
            kept += 1
            continue
        place = [one.id for one in tally.columns].index(found.what)
        assert nearest - 1 / 50 - 1e-9 <= found.size <= nearest + 1e-9
        assert duel.under(place, found.enough) < 0
        turned += 1
    assert turned > 20 and kept > 10


def test_levers_are_the_leads_at_the_ends_of_the_spread():
    for tally, duel in duels():
        for one in duel.levers(SPREAD):
            weights, bases = list(tally.weights), list(tally.bases)
            for end, lead in zip(one.between, (one.low, one.high), strict=True):
                if one.weight:
                    weights[[column.id for column in tally.columns].index(one.what)] = end
                else:
                    bases[tally.numbers[one.what]] = end
                assert duel.lead(tally.cells(bases), weights) == pytest.approx(lead)


def test_dominance_is_as_defined():
    found = 0
    for seed in SEEDS:
        tally = Tally(lot(seed))
        cells = dict(zip(tally.options, tally.cells(tally.bases), strict=True))
        counted = [n for n, weight in enumerate(tally.weights) if weight > 0]
        expected = {
            (a, b)
            for a in tally.options
            for b in tally.options
            if all(cells[a][n] >= cells[b][n] - LEVEL for n in counted)
            and any(cells[a][n] > cells[b][n] + LEVEL for n in counted)
        }
        assert set(dominated(tally, list(cells.values()))) == expected
        found += len(expected)
    assert found > 50


def test_cruxes_change_the_order_and_what_is_none_does_not():
    found = 0
    for seed in SEEDS:
        tally = Tally(lot(seed))
        before = ranks(tally.scores(tally.cells(tally.bases), tally.weights))
        strengths = dict(zip(tally.keys, tally.strengths(tally.bases), strict=True))
        changing = {}
        for key in movable(tally):
            to = 0.0 if strengths[key] >= 0.5 - LEVEL else 1.0
            after = ranks(tally.scores(tally.filled(forced(tally, key, to)), tally.weights))
            if after != before:
                changing[key] = tuple(after)
        named = cruxes(tally)
        assert len(named) == min(3, len(changing))
        for one in named:
            assert changing[one.claim] == one.ranks
            turned = settled(tally.map, one.claim, one.reversed)
            assert tuple(place for _, place in sorted(turned)) == one.ranks
        found += len(named)
    assert found > 100


def settled(argmap, key, value):
    """Return the options with their ranks where nothing bears on a claim of some confidence."""
    claims = {**argmap.claims, key: replace(argmap.claims[key], confidence=value)}
    arguments = {n: one for n, one in argmap.arguments.items() if one.conclusion != key}
    order = ranking(replace(argmap, claims=claims, arguments=arguments))
    return [(one.option, one.rank) for one in order]


def test_the_order_of_the_file_makes_no_difference():
    for seed in range(30):
        one = lot(seed)
        other = replace(
            one,
            claims=dict(reversed(one.claims.items())),
            arguments=dict(reversed(one.arguments.items())),
            options=one.options[::-1],
            criteria=one.criteria[::-1],
        )
        left, right = compare(one), compare(other)
        facts = ("score", "rank", "low", "high", "best", "worst", "exact", "firm", "share")
        mine, theirs = (
            {each.option: [getattr(each, fact) for fact in facts] for each in side.standings}
            for side in (left, right)
        )
        assert mine == theirs
        if len({each.rank for each in left.standings}) == len(left.standings):
            assert [each.claim for each in left.cruxes] == [each.claim for each in right.cruxes]
            assert (left.by_weight, left.by_confidence) == (right.by_weight, right.by_confidence)


def test_maps_in_circles_are_compared_by_scenarios_alone():
    circular = 0
    for seed in range(25):
        argmap = lot(seed, circles=True)
        found = compare(argmap)
        if not Bounds(found.tally, SPREAD).known:
            assert found.tally.semantics == "quadratic-energy"
            assert not any(one.exact or one.firm for one in found.standings)
            circular += 1
        for one in found.standings:
            if one.score is not None:
                assert one.low <= one.score <= one.high
                assert one.best <= one.rank <= one.worst
    assert circular > 5


def test_what_never_settles_has_no_score(monkeypatch):
    monkeypatch.setattr("argmap.reasoning.grading.WAYS", (1.0,))
    claims = {key: Claim(id=key, text=key, confidence=1.0) for key in "xy"}
    claims |= {key: Claim(id=key, text=key) for key in "ab"}
    arguments = {
        f"{s}-{t}": Argument(id=f"{s}-{t}", premises=(s,), conclusion=t, polarity=polarity)
        for s, t, polarity in (("x", "y", "attack"), ("y", "x", "attack"), ("x", "a", "support"))
    }
    found = compare(
        ArgMap(claims=claims, arguments=arguments, options=("a", "b")), Question("df-quad")
    )
    first, last = found.standings
    assert (first.option, first.rank, first.score) == ("b", 1, 0.5)
    assert (last.option, last.rank, last.score, last.low, last.share) == (
        "a",
        None,
        None,
        None,
        None,
    )


def test_the_seed_decides_what_is_drawn_and_nothing_else():
    argmap = lot(3)
    tally = Tally(argmap)
    one, same, other = (
        [corner for corner, _ in zip(scenarios(tally, SPREAD, seed), range(5), strict=False)]
        for seed in (1, 1, 2)
    )
    assert one == same != other


def test_a_map_without_options_and_unknown_names_are_said_to_be_so():
    with pytest.raises(Unsupported, match="no options"):
        compare(ArgMap(claims={"a": Claim(id="a", text="A.")}, thesis="a"))
    with pytest.raises(Unsupported, match="no strengths"):
        compare(lot(1), Question(semantics="grounded"))
    with pytest.raises(Unsupported, match="stakeholder"):
        compare(lot(1), Question(stakeholder="us"))
    marked = replace(lot(1), stakeholders={"us": "United States"})
    with pytest.raises(UnknownName, match="did you mean 'us'"):
        compare(marked, Question(stakeholder="uss"))


def test_shares_of_scenarios_won_are_of_one_whole_and_reasons_for_come_first():
    mixed = 0
    for seed in range(25):
        contest = compare(lot(seed))
        if any(contest.tally.weights):
            assert sum(one.share for one in contest.standings) == pytest.approx(1)
        for ones in contest.tally.reasons.values():
            signs = [one.polarity for one in ones]
            assert signs == sorted(signs, reverse=True)
            mixed += len(set(signs)) > 1
    assert mixed > 3


def test_without_a_spread_nothing_moves():
    for seed in range(5):
        for one in compare(lot(seed), Question(spread=Spread(0, 0))).standings:
            if one.score is not None:
                assert one.low == pytest.approx(one.score) == pytest.approx(one.high)
                assert one.best == one.rank == one.worst and one.firm
