"""Every code that `argmap check` reports, rules and faults of the file explained alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from argmap.linting import Measured, Rule, Wording, rules
from argmap.problems import Severity
from argmap.review.choosing import matching
from argmap.settings import Value
from argmap.yamlfile.faults import Fault, faults


@dataclass(frozen=True, slots=True)
class Setting:
    """Something of a rule that users may set: its name, its values by profile, and what it is."""

    name: str
    default: Value
    about: str
    profiles: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Code:
    """One code as it is explained in one language; a fault of the file has no profiles."""

    code: str
    slug: str
    severity: Severity
    what: str
    why: str
    remedy: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    profiles: tuple[str, ...] = ()
    thresholds: tuple[Setting, ...] = ()
    since: str = "0.1"
    measured: Measured | None = None
    certain: bool = False

    @property
    def is_rule(self) -> bool:
        """Whether it is a rule, which can be chosen and silenced."""
        return bool(self.profiles)

    @property
    def family(self) -> str:
        """The first digit of the code."""
        return self.code[2]


def codes(names: Iterable[str] = (), lang: str = "en") -> tuple[Code, ...]:
    """Return what is to be said of the codes that selectors mean, or of all that there are.

    >>> [one.slug for one in codes(["AM103"])]
    ['dangling-ref']
    """
    wanted = [code for name in names for code in matching(name)] or [*faults(), *rules()]
    known = rules()
    return tuple(
        _rule(known[code], lang) if code in known else _fault(faults()[code], lang)
        for code in sorted(set(wanted))
    )


def _rule(rule: Rule, lang: str) -> Code:
    what, why = rule.prose(lang)
    return Code(
        rule.code,
        rule.slug,
        rule.severity,
        what,
        why,
        _open(rule.help, lang, _limits(rule)),
        tuple(one.text for one in rule.examples("Bad")),
        tuple(one.text for one in rule.examples("Good")),
        rule.profiles,
        tuple(
            Setting(name, one.default, _said(one.about, lang), one.profiles)
            for name, one in rule.thresholds.items()
        ),
        rule.since,
        rule.measured,
        rule.certain,
    )


def _fault(fault: Fault, lang: str) -> Code:
    return Code(
        fault.code,
        fault.slug,
        fault.severity,
        _open(fault.message, lang),
        _said(fault.why, lang),
        _open(fault.help, lang),
        (fault.bad,),
        (fault.good,),
    )


def _said(wording: Wording, lang: str) -> str:
    return wording.get(lang) or wording["en"]


def _limits(rule: Rule) -> Mapping[str, object]:
    """Return what a remedy can say of the one thing that a rule counts."""
    values = [one.default for one in rule.thresholds.values()]
    return {"limit": values[0]} if len(values) == 1 else {}


def _open(wording: Wording, lang: str, known: Mapping[str, object] | None = None) -> str:
    """Return a sentence with the slots left open of which nothing is known."""
    parts = Formatter().parse(_said(wording, lang))
    filled = known or {}
    return "".join(
        text + ("" if slot is None else str(filled.get(slot, "…"))) for text, slot, _, _ in parts
    )
