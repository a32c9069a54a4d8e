"""A comment on every line of every map: neither the one layout nor any fix loses one."""

import re
from collections import Counter
from itertools import count

import pytest
import yaml
from test_formatting import READABLE, data, name, text_of
from test_repairing import mended, said

from argmap.repair.formatting import formatted
from argmap.yamlfile.commenting import comments

TOGETHER = 40  # lines that are tried in one go, as most can bear a comment


def remarked(text):
    """Return a text with a comment above each of its lines and behind it, wherever none is data."""
    whole, numbers = data(text), count()
    lines = re.split(r"(?<=\n)", text.replace("\r\n", "\n").replace("\r", "\n"))
    done = []
    while lines:
        done += _borne(done, lines[:TOGETHER], lines[TOGETHER:], whole, numbers)
        lines = lines[TOGETHER:]
    return "".join(done)


def _borne(before, lines, after, whole, numbers):
    """Return lines with the comments that they can bear: all, or else those of either half."""
    trial = [part for line in lines for part in _around(line, numbers)]
    if _says("".join([*before, *trial, *after]), whole):
        return trial
    if len(lines) > 1:
        half = len(lines) // 2
        first = _borne(before, lines[:half], [*lines[half:], *after], whole, numbers)
        return first + _borne([*before, *first], lines[half:], after, whole, numbers)
    above, line = trial if len(trial) > 1 else ("", trial[0])
    if _says("".join([*before, above, *lines, *after]), whole):
        return [above, *lines]
    return [line] if _says("".join([*before, line, *after]), whole) else lines


def _around(line, numbers):
    """Return a line with a comment behind it, and before that a line of comment.

    What stands behind a comment that silences a rule is its reason, and goes with it.
    """
    bare = line.rstrip("\n")
    bears = bare.strip() and "# argmap:" not in bare
    behind = f"{bare}  # remark {next(numbers)}{line[len(bare) :]}" if bears else line
    return [" " * (len(bare) - len(bare.lstrip(" "))) + f"# remark {next(numbers)}\n", behind]


def _says(text, whole):
    try:
        return data(text) == whole
    except (yaml.YAMLError, ValueError, TypeError, AttributeError):
        return False


def remarks(text):
    return Counter(re.findall(r"# remark \d+", text))


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_a_comment_on_every_line(path):
    text = remarked(text_of(path))
    lines = sum(bool(line.strip()) for line in text_of(path).splitlines())
    assert remarks(text).total() > lines / 2
    laid = formatted(text)
    assert formatted(laid) == laid
    assert data(laid) == data(text)
    assert Counter(comments(laid)) == Counter(comments(text))
    for unsafe in (False, True):
        found = mended(text.encode(), path, unsafe=unsafe).decode()
        assert remarks(found) == remarks(text)
        assert mended(found.encode(), path, unsafe=unsafe).decode() == found
        assert unsafe or said(found, path) == said(text, path)
