"""The shape of a file of Carneades 4: what it may say, before anything is made of it.

Unknown keys are ignored, as Carneades does; a single thing stands for a list of one, and a key
without a value for one that is not there.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


def listed(value: Any) -> Any:
    """Take a single thing for a list of one, and nothing for none."""
    return [] if value is None else value if isinstance(value, list) else [value]


def mapped(value: Any) -> Any:
    """Take nothing for what has no parts."""
    return {} if value is None else value


Names = Annotated[list[str], BeforeValidator(listed)]
Data = Annotated[dict[str, Any], BeforeValidator(mapped)]


class _Part(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True, extra="ignore")


class StatementPart(_Part):
    """A statement, by its formula."""

    text: str = ""
    assumed: bool = False
    meta: Data = {}


class ArgumentPart(_Part):
    """An argument for a statement."""

    conclusion: str
    premises: Names | dict[str, str] = []
    scheme: str = ""
    undercutter: str = ""
    parameters: Names = []
    meta: Data = {}


class IssuePart(_Part):
    """Statements that exclude each other."""

    positions: Names = []
    standard: str | None = None


class SchemePart(_Part):
    """A scheme, of which only the weight matters here."""

    id: str
    weight: Any = None
    premises: Any = None
    meta: Data = {}


class ExpectedPart(_Part):
    """The labels that statements should have."""

    accepted: Names = []
    out: Names = []
    undecided: Names = []


def _statement(value: Any) -> Any:
    return value if isinstance(value, dict) else {"text": "" if value is None else value}


def _tests(value: Any) -> Any:
    return {**value, "accepted": value.get("in")} if isinstance(value, dict) else value or {}


class CaesFile(_Part):
    """A whole file."""

    meta: Data = {}
    language: Annotated[dict[str, str], BeforeValidator(mapped)] = {}
    statements: Annotated[
        dict[str, Annotated[StatementPart, BeforeValidator(_statement)]], BeforeValidator(mapped)
    ] = {}
    arguments: Annotated[dict[str, ArgumentPart], BeforeValidator(mapped)] = {}
    issues: Annotated[dict[str, IssuePart], BeforeValidator(mapped)] = {}
    assumptions: Names = []
    argument_schemes: Annotated[list[SchemePart], BeforeValidator(listed)] = []
    issue_schemes: Data = {}
    weighing_functions: Data = {}
    references: Data = {}
    tests: Annotated[ExpectedPart, BeforeValidator(_tests)] = ExpectedPart()


def normal(formula: str) -> str:
    """Return a formula without the spaces that mean nothing.

    >>> normal(" likes( joe , sue)")
    'likes(joe,sue)'
    """
    return re.sub(r"\s*([(),])\s*", r"\1", formula.strip())


def spoken(formula: str, language: Mapping[str, str]) -> str:
    """Return a formula in words.

    >>> spoken("likes(joe,sue)", {"likes/2": "%s likes %v."})
    'joe likes sue.'
    """
    match = re.match(r"([^(]+)\(([^()]*)\)$", formula)
    given = match[2].split(",") if match else []
    pattern = language.get(f"{match[1] if match else formula}/{len(given)}")
    if not pattern:
        return formula
    slots = iter(given)
    return re.sub(r"%[sv]", lambda _: next(slots, ""), pattern)
