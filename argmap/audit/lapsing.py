"""Say what of a baseline is gone: findings that are put up with, and are there no more."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace

import yaml

from argmap.audit.inspecting import planned
from argmap.audit.project import Project
from argmap.positions import NOWHERE
from argmap.review.choosing import Plan
from argmap.review.outcome import Checked
from argmap.yamlfile.faults import faults, problem
from argmap.yamlfile.flaws import Flaw, shown
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.yamltext import Halt, nodes

CODE = "AM098"
Gone = tuple[int, str, str, str]  # the entry's number from 0; its code, path and line


def lapsed(
    path: str, text: str, gone: Sequence[Gone], files: Mapping[str, str], here: Project
) -> Checked:
    """Return the findings in a baseline itself: entries of which nothing is found.

    `files` are those that were checked, by the path that entries give. Of a file that was not
    checked nothing is known, unless it is no more; nor of a rule that was not run.
    """
    layout, found = _layout(text), []
    plans: dict[tuple[str, ...], Plan] = {}
    for number, code, name, line in gone:
        file = files.get(name) or os.path.join(os.path.dirname(path), name)
        ignored = here.ignored(file)
        todo = plans.setdefault(ignored, planned(here.settings, ignored))
        if CODE in todo.hidden or not _is_over(code, name, file, files, todo):
            continue
        span = layout.span(("findings", number, "line")) if layout else NOWHERE
        slots = {"code": shown(code), "line": shown(line), "file": shown(name), "baseline": path}
        variant = "" if name in files else "file"
        made = problem(Flaw(CODE, span, slots, variant), path, here.lang)
        found.append(replace(made, severity=todo.graded.get(CODE, made.severity)))
    return Checked(path, text, tuple(sorted(found, key=lambda one: one.place)))


def _layout(text: str) -> Layout | None:
    """Return where everything stands in a baseline, which is JSON and as such YAML."""
    try:
        root, _ = nodes(text)
    except (yaml.YAMLError, Halt):
        return None
    return Layout(root, text) if root else None


def _is_over(code: str, name: str, file: str, files: Mapping[str, str], todo: Plan) -> bool:
    """Tell whether something would have been found, if it were there still."""
    if name not in files:
        return not os.path.exists(file)
    looked_for = {rule.code for rule in todo.rules} | set(faults()) - todo.hidden
    return code in looked_for or code not in todo.known.values()
