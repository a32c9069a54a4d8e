"""One validation error with what is around it, and what is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from yaml.nodes import ScalarNode

from argmap.positions import Path, Span
from argmap.problems import Edit
from argmap.yamlfile.flaws import Flaw, Phrase, shown
from argmap.yamlfile.mending import Draft, Mend
from argmap.yamlfile.tracing import Trace, keys_of

_NAMES = (("id", "claim"), ("text", "quoted"), ("ref", "ref"), ("source", "cite"))
_NAMED = {"claims": "claim", "sources": "source", "stakeholders": "stakeholder"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw, and the mends that let validation go on; `covers` are places it speaks for too."""

    flaw: Flaw
    mends: tuple[Mend, ...] = ()
    covers: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Case:
    """An error of pydantic's, at its place in a draft."""

    error: Any
    trace: Trace
    draft: Draft = field(repr=False)

    @property
    def kind(self) -> str:
        """Pydantic's name for the error."""
        return str(self.error["type"])

    @property
    def value(self) -> Any:
        """What was found."""
        return self.error["input"]

    @property
    def value_at(self) -> Any:
        """What stands there, where not the value but its key was found."""
        return self.draft.at(self.path)

    @property
    def path(self) -> Path:
        """Where it was found."""
        return self.trace.path

    @property
    def key(self) -> str:
        """The key under which it stands: of an item, that of its list."""
        return next((one for one in reversed(self.path) if isinstance(one, str)), "")

    @property
    def above(self) -> str:
        """The key of what it stands in."""
        return next((one for one in reversed(self.path[:-1]) if isinstance(one, str)), "")

    @property
    def holder(self) -> Any:
        """What it stands in."""
        return self.draft.at(self.path[:-1])

    @property
    def allowed(self) -> tuple[str, ...]:
        """The keys that could stand there."""
        return keys_of(self.trace.model)

    @property
    def is_unknown_key(self) -> bool:
        """Whether it is a key that the format does not have there."""
        return (
            self.kind == "string_pattern_mismatch"
            and self.error["ctx"]["pattern"] == "^x-"
            and not self.trace.key
        )

    @property
    def where(self) -> Phrase:
        """What it belongs to, by the name that its writer gave it."""
        return where(self.draft, self.path[:-1])

    @property
    def shown(self) -> str:
        """What was found, as it is written."""
        node = self.draft.layout.spot(self.path).value
        style = node.style if isinstance(node, ScalarNode) else None
        mark = style if style in ("'", '"') else ""
        return f"{mark}{shown(self.draft.source(self.path) or str(self.value), 40)}{mark}"

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.path) and isinstance(self.path[-1], int)

    def span(self, *, key: bool = False) -> Span:
        """Return its place in the text."""
        return self.draft.layout.span(self.path, key=key)

    def flaw(
        self,
        code: str,
        variant: str = "",
        fix: str | None = None,
        slots: Mapping[str, str | Phrase] = MappingProxyType({}),
        *,
        at_key: bool = False,
        safe: bool = True,
    ) -> Flaw:
        """Return a flaw at the value (or the key); `fix` is what should be written there."""
        span = self.span(key=at_key)
        words: dict[str, str | Phrase] = {"where": self.where, "key": shown(self.key, 40)}
        edits = (Edit(span, fix),) if fix is not None and self.is_editable(span) else ()
        return Flaw(code, span, {**words, **slots}, variant, edits, safe)

    def is_editable(self, span: Span) -> bool:
        """Tell whether a place holds just what is at fault, and not an alias of something else."""
        spot = self.draft.layout.spot(self.path)
        begin, end = spot.value.start_mark, spot.value.end_mark
        first = self.draft.layout.lines[begin.line][begin.column : begin.column + 1]
        return (
            spot.depth == len(self.path)
            and span.line == span.end_line
            and begin.index < end.index
            and first not in ("&", "*", "!")
        )


def where(draft: Draft, path: Path) -> Phrase:
    """Return what a path is in, by id or by its first words."""
    for end in range(len(path), 0, -1):
        here, last = draft.at(path[:end]), path[end - 1]
        above = path[end - 2] if end > 1 else ""
        if end == 2 and above in _NAMED:
            return Phrase(_NAMED[str(above)], {"name": shown(str(last), 40)})
        if not isinstance(here, dict):
            continue
        for key, phrase in (
            ("id", "claim"),
            ("text", "quoted"),
            ("ref", "ref"),
            ("source", "cite"),
        ):
            name = here.get(key)
            if isinstance(name, str) and name:
                said = "criterion" if path[0] == "criteria" and key == "id" else phrase
                return Phrase(said, {"name": shown(name, 40)})
    return Phrase(str(path[0]) if path and path[0] in ("thesis", "options") else "map")
