"""Check files one after another: each by itself, whatever happens in the others."""

import gc
import os
import traceback
from collections.abc import Sequence
from dataclasses import replace

from argmap.audit.project import Project
from argmap.checking import examine
from argmap.loading import Cache, Document
from argmap.review.choosing import Plan, plan
from argmap.review.outcome import Checked, Crash
from argmap.settings import Settings
from argmap.yamlfile.including import real_path
from argmap.yamlfile.supplying import Source


def inspected(here: Project, sources: Sequence[Source]) -> list[Checked]:
    """Return what is found in some files, which share what they include, as long as they do."""
    plans: dict[tuple[str, ...], Plan] = {}
    cache, found = Cache(), []
    gc.disable()  # what a file is made into is no garbage, and goes as soon as it is checked
    try:
        for one in sources:
            ignored = here.ignored(one.path)
            if ignored not in plans:
                plans[ignored] = planned(here.settings, ignored)
            found.append(checked(one, plans[ignored], cache))
    finally:
        gc.enable()
    return found


def planned(settings: Settings, ignored: tuple[str, ...]) -> Plan:
    """Return the plan for files in which some rules more are ignored."""
    return plan(replace(settings, ignore=settings.ignore + ignored))


def checked(source: Source, todo: Plan, cache: Cache) -> Checked:
    """Return what is found in one file; what goes wrong with it is part of that."""
    try:
        document = source.read(cache, todo.lang)
        return replace(examine(document, todo), includes=included(document, cache))
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        crash = Crash("", source.path, told, traceback.format_exc())
        return Checked(source.path, crashes=(crash,))


def included(document: Document, cache: Cache) -> tuple[str, ...]:
    """Return the files that a document includes, and those that these include."""
    if document.map is None or not document.map.include:
        return ()
    known = {real: one for (real, _), one in cache.documents.items()}
    found: dict[str, None] = {}
    waiting = [document]
    while waiting:
        one = waiting.pop()
        folder = os.path.dirname(one.path)
        for written in one.map.include.values() if one.map else ():
            path = os.path.normpath(os.path.join(folder, written))
            other = known.get(real_path(path))
            if other and path not in found:
                found[path] = None
                waiting.append(replace(other, path=path))
    return tuple(found)
