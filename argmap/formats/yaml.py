"""The map's own format: YAML, written in the canonical layout."""

import re

import yaml

from argmap.converting import Format, Read
from argmap.exchange.losing import Written, dropped, named
from argmap.exchange.writing import MODELINE
from argmap.exchange.writing import write as written
from argmap.loading import Document, document
from argmap.model import ArgMap
from argmap.problems import Problem

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
_OURS = re.compile(r"^[\"']?argmap[\"']?[ \t]*:", re.MULTILINE)
_BRACED = re.compile(r"[{,]\s*[\"']?argmap[\"']?\s*:")
_LISTED = re.compile(r'"claims"\s*:\s*\[')


def read(text: str, path: str) -> Read:
    """Return the map of a file, and what of the file is not part of the map."""
    found = document(text, path)
    return Read(found.map, (*found.problems, *_left_out(found)))


def write(argmap: ArgMap, path: str) -> Written:
    """Return a map as the text of a file at a path."""
    return written(argmap, "" if path == "-" else path)


def detect(text: str) -> bool:
    """Say whether a text looks like a map file; what looks like JSON may be one too.

    >>> detect("# x\\nargmap: 1"), detect('{"argmap": 1, "claims": {}}'), detect('{"claims": []}')
    (True, True, False)
    """
    if text.lstrip()[:1] == "{":
        return bool(_BRACED.search(text)) and not _LISTED.search(text)
    return bool(_OURS.search(text))


def _left_out(found: Document) -> list[Problem]:
    """Return what conversion would lose in silence: comments, and what could not be understood."""
    problems = []
    if found.built:
        for use in found.built.uses:
            if not use.known:
                said = f"there is no claim {use.ref!r}: what refers to it is left out"
                problems.append(dropped(said, found.locate(use.path), found.path))
        for place, key, _ in found.built.repeated:
            said = f"the id {key!r} is given twice: the second gets another"
            problems.append(dropped(said, found.locate(place), found.path))
    comments = _comments(found.text)
    if comments:
        lines = named("line", [str(one) for one in comments])
        problems.append(dropped(f"comments are not part of a map: {lines}", path=found.path))
    return problems


def _comments(text: str) -> list[int]:
    """Return the lines that hold a comment, but for the one that names the schema.

    >>> _comments("a: 1  # one\\nb: '# no'\\nc: |\\n  # no\\n#two\\n")
    [1, 5]
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parts: list[str] = []
    last = 0
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                if token.style in ("|", ">"):  # a comment may follow its mark
                    start = text.index("\n", start)
                parts += [text[last:start], _LETTER.sub("x", text[start:end])]
                last = end
    except (yaml.YAMLError, ValueError):
        return []
    bare = "".join([*parts, text[last:]])
    return [
        bare.count("\n", 0, one.start()) + 1
        for one in _COMMENT.finditer(bare)
        if not one[0].startswith(MODELINE)
    ]


_LETTER = re.compile(r"[^\n]")
FORMAT = Format("yaml", (".yaml", ".yml"), read, write, detect)
