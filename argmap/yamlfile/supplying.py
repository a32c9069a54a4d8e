"""What is to be read: files by name, or contents that come from elsewhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a file that has not changed since is not read again, nor is what reads it
    from argmap.loading import Cache, Document


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and its content where that comes from elsewhere."""

    path: str
    content: bytes | None = None

    def read(self, cache: "Cache", language: str) -> "Document":
        """Return what it says."""
        from argmap.loading import document, read  # noqa: PLC0415  see above

        if self.content is None:
            return read(self.path, cache=cache, language=language)
        return document(self.content, self.path, cache=cache, language=language)
