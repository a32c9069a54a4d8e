"""Findings that a project puts up with for now: kept in a file, and told when they are gone.

An entry names the code, the file and the text of the line, and how many findings are alike in
these. So it holds wherever in the file the line moves, and no longer when the line is changed.
"""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any

from argmap.audit.project import Project
from argmap.errors import BadSetting
from argmap.problems import Problem
from argmap.reporting import UNREADABLE
from argmap.review.outcome import Checked
from argmap.text import lines

_FORM = 1
_SHOWN = 80  # characters of an entry that is none
Entry = tuple[str, str, str]  # code; path from the folder of the baseline; text of the line


@dataclass(frozen=True)
class Baseline:
    """What is put up with: how many findings of each kind, and the text that says so."""

    path: str
    text: str
    counts: Mapping[Entry, int]
    order: tuple[Entry, ...]


def baseline(path: FilePath | str) -> Baseline:
    """Return the baseline in a file, or raise `BadSetting`."""
    try:
        text = FilePath(path).read_text(encoding="utf-8")
        found = json.loads(text)
        if not isinstance(found, dict) or found.get("argmap-baseline") != _FORM:
            raise ValueError('there is no `"argmap-baseline": 1`')
        if not isinstance(found.get("findings"), list):
            raise ValueError("there is no list of `findings`")
        pairs = [_entry(one) for one in found["findings"]]
    except FileNotFoundError as error:
        raise BadSetting(f"no baseline {path}; `--write-baseline {path}` makes it") from error
    except (OSError, ValueError, RecursionError) as error:
        why = (isinstance(error, OSError) and error.strerror) or error
        raise BadSetting(f"{path} is no baseline of argmap: {why}") from error
    counts: Counter[Entry] = Counter()
    for entry, count in pairs:
        counts[entry] += count
    return Baseline(str(path), text, counts, tuple(entry for entry, _ in pairs))


def _entry(said: Any) -> tuple[Entry, int]:
    match said:
        case {"code": str(code), "path": str(path), "line": str(line)}:
            count = said.get("count", 1)
            if type(count) is int and count > 0:
                return (code, path, line), count
    raise ValueError(f"this is not how it lists a finding: {json.dumps(said)[:_SHOWN]}")


def written(files: Sequence[Checked], path: FilePath | str) -> tuple[str, int]:
    r"""Return what a baseline at a path holds that puts up with all that was found; and how much.

    >>> from argmap.problems import Severity
    >>> one = Checked("a.yaml", "a:  1\n", (Problem("AM046", Severity.ERROR, "no key 'a'"),))
    >>> print(written([one], "old.json")[0])
    {"argmap-baseline": 1, "findings": [
    {"code": "AM046", "path": "a.yaml", "line": "a: 1"}
    ]}
    <BLANKLINE>
    """
    counts = Counter(
        entry for one in files for _, entry in _entries(one, os.path.dirname(path)) if entry
    )
    rows = []
    for (code, name, line), count in sorted(counts.items(), key=lambda one: _order(one[0])):
        said = {"code": code, "path": name, "line": line} | ({"count": count} if count > 1 else {})
        rows.append(json.dumps(said, ensure_ascii=False))
    body = ",\n".join(rows)
    text = f'{{"argmap-baseline": {_FORM}, "findings": [\n{body}\n]}}\n'
    return text.encode("utf-8", "backslashreplace").decode(), counts.total()


def _order(entry: Entry) -> tuple[str, str, str]:
    code, path, line = entry
    return path, code, line


def _entries(file: Checked, folder: str) -> list[tuple[Problem, Entry | None]]:
    """Return each problem of a file with what it is known by; None for what cannot be put up with.

    That a file cannot be read at all is no finding in it.
    """
    if not file.problems:
        return []
    name, rows = _from(folder, file.path), lines(file.text)
    found: list[tuple[Problem, Entry | None]] = []
    for one in file.problems:
        row = rows[one.span.line - 1] if one.span.line <= len(rows) else ""
        entry = (one.code, name, " ".join(row.split()))
        found.append((one, None if one.code in UNREADABLE else entry))
    return found


def _from(folder: str, path: str) -> str:
    """Return the way from a folder to a file."""
    try:
        way = os.path.relpath(os.path.realpath(path), os.path.realpath(folder or os.curdir))
    except ValueError:  # another drive of Windows
        way = os.path.abspath(path)
    return FilePath(way).as_posix()


def withheld(files: Sequence[Checked], known: Baseline, here: Project) -> list[Checked]:
    """Return what is found in files beside what is put up with; last, what of this is gone."""
    left, kept = Counter(known.counts), []
    folder = os.path.dirname(known.path)
    for file in files:
        rest = []
        for problem, entry in _entries(file, folder):
            if entry and left[entry] > 0:
                left[entry] -= 1
            else:
                rest.append(problem)
        kept.append(replace(file, problems=tuple(rest)))
    gone = [(known.order.index(one), *one) for one in known.counts if left[one] > 0]
    if gone:
        from argmap.audit.lapsing import lapsed  # noqa: PLC0415  most often nothing is gone

        paths = {_from(folder, one.path): one.path for one in files}
        found = lapsed(known.path, known.text, gone, paths, here)
        kept += [found] if found.problems else []
    return kept
