"""Abstract frameworks as the competitions of argument solvers write them: apx, tgf, i23.

apx   `arg(a). att(a,b).`, with comments after % or on lines that begin with #
tgf   a name a line, a line with # alone, then two names a line: the first attacks the second
i23   `p af N`, then two numbers from 1 to N a line; lines that begin with # are comments

The formats are those of the International Competition on Computational Models of Argumentation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.errors import InvalidMap, Unsupported
from argmap.exchange.losing import misread, unread
from argmap.positions import Span

Attack = tuple[int, int]
_NAME = r"""'[^'\n]*'|"[^"\n]*"|[^\s(),%]+"""
_FACT = re.compile(rf"\s*(arg|att)\s*\(\s*({_NAME})\s*(?:,\s*({_NAME})\s*)?\)\s*\.")
_ASIDE = re.compile(r"%.*|^[ \t]*#.*", re.MULTILINE)
_NOTE = re.compile(r"^[ \t]*#.*", re.MULTILINE)
_PAIRS = re.compile(r"\s*+(?:[0-9]++[ \t]++[0-9]++[ \t\r]*+(?:\n\s*+|$))*+")
_HEAD = re.compile(r"p\s+af\s+(\d+)\s*$")


@dataclass(frozen=True)
class Abstract:
    """The names of arguments, and who attacks whom, by number from 0."""

    names: list[str]
    attacks: list[Attack]

    def attackers(self) -> list[list[int]]:
        """Return, by argument, who attacks it."""
        found: list[list[int]] = [[] for _ in self.names]
        for attacker, victim in self.attacks:
            found[victim].append(attacker)
        return found


def recognised(text: str, path: str = "") -> str:
    """Return which of the formats a text is in, or nothing.

    >>> recognised("arg(a)."), recognised("1\\r\\n2\\r\\n#\\r\\n1 2"), recognised("# a\\np af 2")
    ('apx', 'tgf', 'i23')
    """
    suffix = path.lower().rpartition(".")[2]
    if suffix in _READERS:
        return suffix
    for line in text.splitlines():
        if line.strip() and not line.startswith(("#", "%")):
            if _HEAD.match(line):
                return "i23"
            if _FACT.match(line):
                return "apx"
            break
    tgf = re.search(r"^[ \t]*#[ \t]*\r?$", text, re.MULTILINE) and ":" not in text
    return "tgf" if tgf else ""


def parsed(text: str, name: str, path: str = "") -> Abstract:
    """Return the framework in a text, or raise `InvalidMap`."""
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise Unsupported(f"{path or 'this'} is no abstract framework (there are: {known})")
    try:
        return _READERS[name](text)
    except _Fault as fault:
        told = unread if fault.form else misread
        place = Span(fault.line, 1, fault.line, 1)
        raise InvalidMap([told(fault.message, place, path)]) from None


class _Fault(Exception):
    """What is wrong with a line: its form, or what it says."""

    def __init__(self, line: int, message: str, *, form: bool = False) -> None:
        super().__init__(message)
        self.line, self.message, self.form = line, message, form


def _apx(text: str) -> Abstract:
    text = _ASIDE.sub("", text)
    numbers: dict[str, int] = {}
    pairs: list[tuple[str, str, int]] = []
    end = 0
    for fact in _FACT.finditer(text):
        if fact.start() != end:
            break
        end = fact.end()
        if (fact[1] == "arg") != (fact[3] is None):
            raise _Fault(_line(text, end), f"{fact[0].strip()!r} is no fact", form=True)
        if fact[1] == "arg":
            numbers.setdefault(fact[2], len(numbers))
        else:
            pairs.append((fact[2], fact[3], end))
    if left := text[end:].strip():
        start = text.index(left, end)
        wrong = left.split("\n")[0][:40]
        raise _Fault(_line(text, start), f"{wrong!r} is neither arg(…). nor att(…).", form=True)
    attacks = []
    for attacker, victim, place in pairs:
        if attacker not in numbers or victim not in numbers:
            missing = victim if attacker in numbers else attacker
            raise _Fault(_line(text, place), f"there is no argument {missing!r}")
        attacks.append((numbers[attacker], numbers[victim]))
    return Abstract(list(numbers), attacks)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _tgf(text: str) -> Abstract:
    numbers: dict[str, int] = {}
    attacks: list[Attack] = []
    below = False
    for line, words in _lines(text):
        if words == ["#"]:
            below = True
        elif words[0].startswith("#"):
            continue
        elif not below:
            numbers.setdefault(words[0], len(numbers))
        elif len(words) < 2:
            raise _Fault(line, f"{words[0]!r} attacks nothing: two names are expected", form=True)
        else:
            for name in words[:2]:
                if name not in numbers:
                    raise _Fault(line, f"there is no argument {name!r}")
            attacks.append((numbers[words[0]], numbers[words[1]]))
    return Abstract(list(numbers), attacks)


def _i23(text: str) -> Abstract:
    bare = _NOTE.sub("", text)
    head, _, body = bare.lstrip().partition("\n")
    told = _HEAD.match(head)
    line = _line(bare, len(bare) - len(bare.lstrip()))
    if not told:
        raise _Fault(line, "the first line is not 'p af N'", form=True)
    size = int(told[1])
    if not _PAIRS.fullmatch(body):
        for number, words in _lines(body):
            if len(words) != 2 or not all(one.isdecimal() and one.isascii() for one in words):
                wrong = " ".join(words)[:40]
                raise _Fault(line + number, f"{wrong!r} is not two numbers", form=True)
    ends = list(map(int, body.split()))
    if ends and not (min(ends) > 0 and max(ends) <= size):
        for number, words in _lines(body):
            if any(not 0 < int(one) <= size for one in words):
                raise _Fault(line + number, f"{' '.join(words)!r} is not between 1 and {size}")
    attackers, victims = ([one - 1 for one in ends[side::2]] for side in (0, 1))
    names = list(map(str, range(1, size + 1)))
    return Abstract(names, list(zip(attackers, victims, strict=True)))


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    return ((n, words) for n, one in enumerate(text.split("\n"), 1) if (words := one.split()))


def spelled(name: str) -> str:
    """Return a name as apx has it, in quotation marks where it needs them.

    >>> spelled("a1"), spelled("a b"), spelled("f(a, b)")
    ('a1', "'a b'", "'f(a, b)'")
    """
    if re.fullmatch(_NAME, name):
        return name
    plain = name.replace("\n", " ").replace('"', "'" if "'" in name else '"')
    return f"'{plain}'" if "'" not in plain else f'"{plain}"'


def witness(names: Iterable[str]) -> str:
    """Return an extension as the competitions write it since 2023.

    >>> witness([]), witness(["1", "4"])
    ('w', 'w 1 4')
    """
    return " ".join(["w", *names])


_READERS = {"apx": _apx, "tgf": _tgf, "i23": _i23}
