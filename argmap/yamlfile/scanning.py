"""PyYAML's parser in Python, made to see texts as its C parser does.

It serves where PyYAML was built without libyaml. The two differ on where a tab may stand, on
question marks between brackets, on half a surrogate pair and on directives.
"""

from typing import Any

import yaml
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken


class PureParser(Reader, Scanner, Parser, Composer):
    """The parser in Python, with the C parser's notion of where a tab may stand."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip space, comments and line breaks; tabs too, but not before what can be a key."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str] | None:
        """Read the space within a plain scalar, which may hold tabs behind the indentation."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        if self.peek(length) not in "\r\n":
            blank: str = self.prefix(length)
            self.forward(length)
            return [blank] if blank else []
        self.forward(length)
        self.scan_line_break()  # type: ignore[no-untyped-call]
        self.allow_simple_key = True
        breaks = []
        while not self._at_document_mark() and self.peek() in " \t\r\n":
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError(None, start_mark, "a tab in the indentation", self.get_mark())
            if self.peek() in " \t":
                self.forward()
            else:
                breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]
        if self._at_document_mark():
            return None
        return breaks or [" "]

    def scan_plain(self) -> ScalarToken:
        """Read a plain scalar; between brackets, it may have a question mark in it."""
        start = end = self.get_mark()
        chunks: list[str] = []
        spaces: list[str] | None = []
        while spaces is not None and self.peek() != "#":
            length = self._plain_length(start)
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            if not spaces or (not self.flow_level and self.column < self.indent + 1):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: yaml.Mark) -> int:
        length = 0
        while (char := self.peek(length)) not in "\0 \t\r\n":
            behind = self.peek(length + 1)
            if char == ":" and behind in "\0 \t\r\n":
                break
            if self.flow_level and char == ":" and behind in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "a ':'", self.get_mark())
            if self.flow_level and char in ",[]{}":
                break
            length += 1
        return length

    def scan_directive(self) -> Any:
        """Read a directive, of which there are two."""
        if self.prefix(6).split()[0] not in ("%YAML", "%TAG"):
            mark = self.get_mark()
            raise ScannerError("while scanning a directive", mark, "an unknown one", mark)
        return super().scan_directive()

    def scan_flow_scalar(self, style: str) -> Any:
        """Read a quoted scalar; half a surrogate pair cannot be written again."""
        token = super().scan_flow_scalar(style)
        if any("\ud800" <= char <= "\udfff" for char in token.value):
            raise ScannerError(None, token.start_mark, "an unpaired surrogate", token.start_mark)
        return token

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in "\0 \t\r\n"
