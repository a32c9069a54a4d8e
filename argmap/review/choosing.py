"""Which rules are run and how grave each is: the settings of a check, made into a plan."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.errors import BadSetting
from argmap.language.wording import Own, own
from argmap.linting import LANGUAGES, PROFILES, Rule, rules
from argmap.problems import Severity
from argmap.settings import Settings, Value
from argmap.text import nearest
from argmap.yamlfile.faults import faults


@dataclass(frozen=True)
class Plan:
    """What a check does: the rules to run, and what the user has set.

    `known` holds the code of every code and slug; `graded` the severities that the user gave;
    `hidden` the codes of faults that are not shown.
    """

    profile: str
    rules: tuple[Rule, ...]
    graded: Mapping[str, Severity]
    thresholds: Mapping[str, Value]
    known: Mapping[str, str]
    hidden: frozenset[str]
    lang: str
    words: Own

    def severity(self, rule: Rule, variant: str = "") -> Severity:
        """Return how grave a finding of a rule is: as the user says, or else the rule."""
        return (
            self.graded.get(rule.code)
            or rule.said(variant).severity
            or rule.severities.get(self.profile)
            or rule.severity
        )


def plan(settings: Settings) -> Plan:
    """Return what is to be done, or raise `BadSetting`."""
    demand("profile", settings.profile, PROFILES)
    demand("language", settings.lang, LANGUAGES)
    ignored = _codes(settings.ignore)
    wanted = _codes(settings.select or (settings.profile,)) - ignored
    for selector in (*settings.ignore, *settings.severity):
        _not_grave(selector)
    return Plan(
        profile=settings.profile,
        rules=tuple(rule for code, rule in rules().items() if code in wanted),
        graded=_graded(settings),
        thresholds=_thresholds(settings),
        known=known(),
        hidden=ignored,
        lang=settings.lang,
        words=own(settings.words) if settings.words else {},
    )


def known() -> dict[str, str]:
    """Return the code of every code and slug of a rule."""
    found = {code: code for code in rules()}
    return found | {rule.slug: code for code, rule in rules().items()}


def matching(selector: str) -> list[str]:
    """Return the codes that a selector means, or raise `BadSetting` where it means none.

    >>> matching("AM103"), matching("dangling-ref"), "AM103" in matching("AM1")
    (['AM103'], ['AM103'], True)
    """
    upper = selector.upper()
    if selector in PROFILES:
        return [code for code, rule in rules().items() if selector in rule.profiles]
    if selector == "all":
        return list(rules())
    names = known()
    if upper in names or selector in names:
        return [names.get(selector) or names[upper]]
    codes = {one for one in names.values() if one.startswith(upper) and upper.startswith("AM")}
    if not codes or "AM0".startswith(upper[:3]):
        codes |= {
            code
            for code, fault in faults().items()
            if selector == fault.slug or (upper.startswith("AM") and code.startswith(upper))
        }
    if codes:
        return sorted(codes)
    near = nearest(selector, [*names, *PROFILES, "all"])
    hint = f"; did you mean {near!r}?" if near else " (`argmap rule` lists all)"
    raise BadSetting(f"no rule, family or profile {selector!r}{hint}")


def _codes(selectors: Iterable[str]) -> frozenset[str]:
    return frozenset(code for selector in selectors for code in matching(selector))


def _not_grave(selector: str) -> None:
    """Raise `BadSetting` where a selector is an error of the file itself."""
    codes = matching(selector)
    if len(codes) == 1 and codes[0] not in rules() and faults()[codes[0]].severity == "error":
        raise BadSetting(f"{selector} is a fault of the file itself: it is always an error")


def _graded(settings: Settings) -> dict[str, Severity]:
    """Return the severities that the user gave, those by longer selectors going first."""
    found: dict[str, Severity] = {}
    for selector in sorted(settings.severity, key=len):
        value = settings.severity[selector]
        demand("severity", value, list(Severity))
        found.update(dict.fromkeys(matching(selector), Severity(value)))
    return found


def _thresholds(settings: Settings) -> dict[str, Value]:
    known = {key: one for rule in rules().values() for key, one in rule.thresholds.items()}
    found = {key: one.profiles.get(settings.profile, one.default) for key, one in known.items()}
    for name, value in settings.thresholds.items():
        demand("threshold", name, found)
        if _kind(value) is not _kind(found[name]):
            raise BadSetting(
                f"threshold {name!r} is {value!r}, which should be like {found[name]!r}"
            )
        wrong = known[name].wrong
        if wrong and (why := wrong(value)):
            raise BadSetting(f"threshold {name!r}: {why}")
        found[name] = value
    return found


def _kind(value: Value) -> type:
    return float if type(value) is int else type(value)


def demand(what: str, name: str, there: Iterable[str]) -> None:
    """Raise `BadSetting` where a name is none of those that there are."""
    names = list(there)
    if name not in names:
        near = nearest(name, names)
        few = f" (there are: {', '.join(names)})" if len(names) <= _FEW else ""
        hint = f"; did you mean {near!r}?" if near else few
        raise BadSetting(f"no {what} {name!r}{hint}")


_FEW = 12
