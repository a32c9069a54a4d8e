"""Carneades 4's YAML: statements, arguments with weighings, issues with proof standards, tests.

Statements become claims, arguments supporting arguments, and an undercutter a claim that attacks
the argument. The positions of an issue attack each other. What the map's format has no key for is
kept in keys that begin with `x-`, which Carneades' semantics reads again. Schemes by which
Carneades would find arguments by itself are not applied.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from argmap.converting import Format, Read
from argmap.errors import Unsupported
from argmap.exchange.caesfile import ArgumentPart, CaesFile, StatementPart, listed, normal, spoken
from argmap.exchange.losing import dropped, misread
from argmap.model import ArgMap, Argument, Claim, Expectation, Labels
from argmap.problems import Problem
from argmap.reasoning.balancing import WEIGHINGS, weighing
from argmap.reasoning.proving import STANDARDS
from argmap.text import slug
from argmap.tree import ID, SCHEME
from argmap.yamlfile.faults import problem
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.recovering import reading
from argmap.yamlfile.tidying import tidied
from argmap.yamlfile.yamltext import Halt, plain

_TOP = re.compile(
    r"^(?:statements|arguments|assumptions|argument_schemes|issue_schemes|meta)[ \t]*:", re.M
)
_OURS = re.compile(r"^[\"']?argmap[\"']?[ \t]*:", re.M)
GRANTED = "Taken for granted."


def read(text: str, path: str) -> Read:
    """Return the map of a Carneades file; what cannot be is a problem, and left out."""
    found = reading(text)
    flaws = list(found.flaws)
    if found.layout is None:
        return Read(None, tuple(problem(one, path) for one in flaws))
    layout = found.layout
    try:
        flaws += tidied(layout, text)[0]
        file = CaesFile.model_validate(plain(layout.root))
    except Halt as halt:
        return Read(None, (problem(halt.flaw, path),))
    except ValidationError as error:
        wrong = (
            misread(one["msg"][:1].lower() + one["msg"][1:], layout.span(one["loc"]), path)
            for one in error.errors(include_url=False)
        )
        return Read(None, tuple(wrong))
    reader = _Reader(file, layout, path)
    argmap = reader.map()
    return Read(argmap, (*(problem(one, path) for one in flaws), *reader.problems))


def detect(text: str) -> bool:
    """Say whether a text has a key of Carneades at the left margin.

    >>> detect("statements:\\n  p: P"), detect("argmap: 1\\narguments: 2")
    (True, False)
    """
    return bool(_TOP.search(text)) and not _OURS.search(text)


class _Reader:
    """Makes the map of a file, and notes what is wrong with it."""

    def __init__(self, file: CaesFile, layout: Layout, path: str) -> None:
        self.file, self.layout, self.path = file, layout, path
        self.problems: list[Problem] = []
        self.ids: dict[str, str] = {}  # the map's id of each statement, by its formula
        self.taken: set[str] = set()
        self.granted = ""  # the claim that stands for having no premises
        for formula in file.statements:
            self.ids[normal(formula)] = self.free(formula)
        self.schemes = {one.id: one for one in file.argument_schemes}

    def free(self, name: str) -> str:
        """Return an id for a statement or an argument that no other has."""
        plain_name = name.replace("¬", "not-")
        key = new = plain_name if re.match(ID, plain_name) else slug(plain_name)
        number = 1
        while new in self.taken:
            number += 1
            new = f"{key}-{number}"
        self.taken.add(new)
        return new

    def wrong(self, message: str, *place: str | int) -> None:
        """Note that something cannot be."""
        span = self.layout.span(tuple(place))
        self.problems.append(misread(message, span, self.path))

    def known(self, names: list[str], *place: str | int) -> list[str]:
        """Return the ids of statements; one that there is not is a problem."""
        found = []
        for name in names:
            key = self.ids.get(normal(name))
            if key is None:
                self.wrong(f"there is no statement {name!r}", *place)
            else:
                found.append(key)
        return found

    def map(self) -> ArgMap:
        """Return the map."""
        file = self.file
        assumed = self.assumed()
        arguments = dict(self.arguments())
        concluded = {one.conclusion for one in arguments.values() if one.polarity == "support"}
        claims = dict(self.claims(assumed, concluded))
        if self.granted:
            extra = {"x-assumed": True}
            claims[self.granted] = Claim(id=self.granted, text=GRANTED, extra=extra)
        issues = dict(self.issues())
        arguments |= _rivalry(issues)
        premises = {key for one in arguments.values() for key in one.premises}
        self.left_out()
        meta = {key: value for key, value in file.meta.items() if key not in _META}
        own = {"x-issues": issues, "x-meta": meta}
        return ArgMap(
            title=_words(file.meta.get("title")),
            summary=_words(file.meta.get("notes") or file.meta.get("note")),
            claims=claims,
            arguments=arguments,
            thesis=next((key for key in claims if key in concluded - premises), ""),
            expect=self.expected(),
            extra={key: value for key, value in own.items() if value},
        )

    def assumed(self) -> set[str]:
        """Return the statements that are assumed; make one of an assumption that is none yet."""
        for formula in self.file.assumptions:
            if normal(formula) not in self.ids:
                self.ids[normal(formula)] = self.free(formula)
        found = {normal(formula) for formula in self.file.assumptions}
        found |= {normal(key) for key, one in self.file.statements.items() if one.assumed}
        return found

    def claims(self, assumed: set[str], concluded: set[str]) -> Iterator[tuple[str, Claim]]:
        """Yield a claim for each statement."""
        written = {normal(key): (key, one) for key, one in self.file.statements.items()}
        for formula, key in self.ids.items():
            name, one = written.get(formula, (formula, StatementPart()))
            extra: dict[str, Any] = {"x-id": name} if name != key else {}
            if formula in assumed:
                extra["x-assumed"] = True
            elif key not in concluded:
                extra["x-assumed"] = False
            if one.meta:
                extra["x-meta"] = one.meta
            text = one.text or spoken(formula, self.file.language)
            yield key, Claim(id=key, text=text, extra=extra)

    def arguments(self) -> Iterator[tuple[str, Argument]]:
        """Yield the arguments, each with what undercuts it."""
        for name, one in self.file.arguments.items():
            conclusion = self.known([one.conclusion], "arguments", name, "conclusion")
            roles = one.premises if isinstance(one.premises, dict) else {}
            given = list(roles.values()) if roles else list(one.premises)
            premises = self.known(given, "arguments", name, "premises")
            if not conclusion or len(premises) < len(given):
                continue
            key = self.free(name)
            if not given:
                self.granted = self.granted or self.free("granted")
                premises = [self.granted]
            extra = {"x-roles": roles, "x-parameters": one.parameters, "x-meta": one.meta}
            extra |= {"x-id": name} if key != name else {}
            extra |= self.weighed(name, one)
            yield (
                key,
                Argument(
                    id=key,
                    premises=tuple(premises),
                    conclusion=conclusion[0],
                    scheme=one.scheme if _is_scheme(one.scheme) else "",
                    extra={word: value for word, value in extra.items() if value},
                ),
            )
            for undercutter in self.known(listed(one.undercutter or None), "arguments", name):
                attack = self.free(f"{undercutter}.attacks.{key}")
                yield (
                    attack,
                    Argument(id=attack, premises=(undercutter,), conclusion=key, polarity="attack"),
                )

    def weighed(self, name: str, one: ArgumentPart) -> dict[str, Any]:
        """Return how an argument is weighed, by its scheme."""
        scheme = self.schemes.get(one.scheme)
        given: Any = scheme.weight if scheme else one.scheme or None
        if isinstance(given, str) and given in self.file.weighing_functions:
            given = self.file.weighing_functions[given]
        try:
            found = weighing(given)
        except Unsupported as error:
            self.wrong(str(error), "arguments", name, "scheme")
            return {}
        extra: dict[str, Any] = {} if found == "linked" else {"x-weighing": found}
        return extra | ({"x-traits": scheme.meta} if scheme and scheme.meta else {})

    def issues(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the issues, by their own ids."""
        for name, one in self.file.issues.items():
            standard = (one.standard or "PE").upper()
            if standard not in STANDARDS:
                known = ", ".join(STANDARDS)
                self.wrong(
                    f"no proof standard {standard!r} (there are: {known})",
                    "issues",
                    name,
                    "standard",
                )
                standard = "PE"
            positions = self.known(one.positions, "issues", name, "positions")
            yield name, {"positions": positions, "standard": standard}

    def expected(self) -> Expectation | None:
        """Return the verdicts that the file expects."""
        tests = self.file.tests
        labels = {
            name: self.known(getattr(tests, word), "tests", name)
            for name, word in (("in", "accepted"), ("out", "out"), ("undecided", "undecided"))
        }
        if not any(labels.values()):
            return None
        return Expectation({"carneades": Labels.model_validate(labels)})

    def left_out(self) -> None:
        """Note what Carneades would do and argmap does not."""
        rules = [one.id for one in self.file.argument_schemes if one.premises]
        for what, names in (
            ("argument_schemes", rules),
            ("issue_schemes", list(self.file.issue_schemes)),
            ("references", list(self.file.references)),
        ):
            if names:
                said = f"{what} are left out: {', '.join(names[:5])}"
                self.problems.append(dropped(said, self.layout.span((what,), key=True), self.path))


def _rivalry(issues: Mapping[str, Mapping[str, Any]]) -> dict[str, Argument]:
    """Return attacks between the positions of each issue."""
    found = {}
    for name, issue in issues.items():
        for one in issue["positions"]:
            for other in issue["positions"]:
                if one != other:
                    key = f"{one}.attacks.{other}"
                    found[key] = Argument(
                        id=key,
                        premises=(one,),
                        conclusion=other,
                        polarity="attack",
                        extra={"x-issue": name},
                    )
    return found


def _words(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _is_scheme(name: str) -> bool:
    return bool(re.match(SCHEME, name)) and name not in WEIGHINGS


_META = frozenset({"title", "notes", "note"})
FORMAT = Format("carneades", (".carneades.yml", ".carneades.yaml"), read, detect=detect)
