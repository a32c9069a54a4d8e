"""JUnit's XML, which nearly every CI system shows: one test a file.

That a file is mended is then a test that passes again. A file fails by the gravity that makes the
check fail; slighter findings are the output of a test that passes. What could not be read, and a
fault of argmap's own, is an error.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from argmap.problems import Problem
from argmap.reporting import UNREADABLE, Report, Style, counts, line, remedy
from argmap.review.outcome import Checked
from argmap.review.pinning import rooted

_NAME = "argmap check"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(files: Sequence[Checked], style: Style) -> str:
    """Return the document."""
    every = Element("testsuites", name=_NAME)
    suite = SubElement(every, "testsuite", name=_NAME)
    for one in files:
        _case(suite, one, style)
    totals = {"tests": len(files)} | {
        f"{kind}s": len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error")
    }
    for element in (every, suite):
        element.attrib |= {key: str(value) for key, value in totals.items()}
        element.set("time", "0")
    suite.set("skipped", "0")
    indent(every)
    body = tostring(every, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(suite: Element, one: Checked, style: Style) -> None:
    """Add the test of a file: what it is called, and how it went."""
    path = clean(rooted(one.path))
    case = SubElement(suite, "testcase", classname="argmap", name=path, time="0")
    told = [_told(path, problem) for problem in one.problems]
    if one.crashes or any(problem.code in UNREADABLE for problem in one.problems):
        kind = "error"
        told += [str(crash) for crash in one.crashes]
    elif any(problem.severity.rank <= style.fail_on.rank for problem in one.problems):
        kind = "failure"
    elif told:
        SubElement(case, "system-out").text = clean("\n".join(told))
        return
    else:
        return
    first = one.problems[0].code if one.problems else "crash"
    outcome = SubElement(case, kind, type=first, message=clean(counts([one], style.lang)))
    outcome.text = clean("\n".join(told))


def _told(path: str, problem: Problem) -> str:
    """Return a finding's line, and what to do below it."""
    told = remedy(problem)
    return line(path, problem) + (f"\n    {told}" if told else "")


def clean(text: str) -> str:
    r"""Return a text without the characters that XML does not have, not even escaped.

    >>> clean("a\x00b\x1b\ufffe\n")
    'ab\n'
    """
    return _FORBIDDEN.sub("", text)


REPORT = Report("junit", write)
