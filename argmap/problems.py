"""What is wrong with a map, as data: problems, and the edits that would mend them."""

from dataclasses import dataclass
from enum import StrEnum

from argmap.positions import NOWHERE, Span


class Severity(StrEnum):
    """How much a problem matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a text: what stands at `span` becomes `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a problem: `title` says what it does; unsafe ones change what the map says."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a problem; `path` is empty for the same file."""

    span: Span
    message: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault or finding at one place of one file.

    `message` says what is wrong, in one line; `help` what to do about it.
    """

    code: str
    severity: Severity
    message: str
    span: Span = NOWHERE
    path: str = ""
    help: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def place(self) -> tuple[str, Span, str, str]:
        """Sort key: by file, then place, then code."""
        return (self.path, self.span, self.code, self.message)
