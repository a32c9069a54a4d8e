"""A map as a YAML file: canonical, so that the same map is always the same text.

What is read from the text is the map that was written. The few things that a file cannot hold,
such as a reason for a claim of an included map that nothing refers to, come back as problems.
"""

import os
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from argmap.errors import Unsupported
from argmap.exchange.identifying import Keys, is_foreign_argument
from argmap.exchange.inscribing import inscribe
from argmap.exchange.losing import Written, lost, named
from argmap.exchange.planting import DEEPEST, Planter
from argmap.exchange.sayings import Node, Sayings, expected, odd, plain
from argmap.model import ArgMap
from argmap.problems import Problem
from argmap.schema import SCHEMA_ID
from argmap.tree import MapFile

APART = frozenset(
    {"stakeholders", "criteria", "sources", "include", "definitions"}
    | {"thesis", "options", "claims", "expect"}
)  # keys before which a line is left blank
AIRY = frozenset({"options", "claims"})  # keys whose longer parts are set off by one
UNTITLED = "Untitled"
MODELINE = "# yaml-language-server: $schema="
SCHEMA_FILE = FilePath("schemas", "argmap.schema.json")


def write(argmap: ArgMap, path: FilePath | str = "") -> Written:
    """Return a map as the text of a YAML file at a path, and what that cannot hold.

    >>> print(write(ArgMap(title="Rain")).text)
    # yaml-language-server: $schema=https://argmap.dev/schema/v1/argmap.schema.json
    argmap: 1
    title: Rain
    <BLANKLINE>
    """
    keys = Keys(argmap)
    sayings = Sayings(argmap, keys)
    planter = Planter(argmap, keys, sayings)
    planted = planter.planted()
    data = _head(argmap, keys, sayings) | planted | _foot(argmap, keys)
    _refuse_unfit(data)
    text = f"{MODELINE}{schema_of(path)}\n{inscribe(data, APART, AIRY)}"
    return Written(text, (*_changes(keys), *odd(argmap), *_missing(planter, sayings)))


def schema_of(path: FilePath | str) -> str:
    """Return where a map at a path finds the schema: in its project, or else on the web."""
    folder = FilePath(path).absolute().parent
    if str(path):
        for above in (folder, *folder.parents):
            if (above / SCHEMA_FILE).is_file():
                return FilePath(os.path.relpath(above / SCHEMA_FILE, folder)).as_posix()
    return SCHEMA_ID


def _head(argmap: ArgMap, keys: Keys, sayings: Sayings) -> Node:
    """Return what stands before the claims."""
    said = sayings.said
    found: Node = {"argmap": 1, "title": said("map", "", "title", argmap.title or UNTITLED)}
    if argmap.language != "en":
        found["language"] = argmap.language
    for part, text in (("summary", argmap.summary), ("question", argmap.question)):
        if text:
            found[part] = said("map", "", part, text)
    parts: Node = {
        "stakeholders": {
            keys.key("stakeholder", key): said("stakeholder", key, "text", text)
            for key, text in argmap.stakeholders.items()
        },
        "criteria": [
            plain(one)
            | {
                "id": keys.key("criterion", one.id),
                "text": said("criterion", one.id, "text", one.text),
            }
            for one in argmap.criteria
        ],
        "sources": {
            keys.key("source", key): plain(one)
            for key, one in argmap.sources.items()
            if not keys.is_foreign(key)
        },
        "include": dict(argmap.include),
        "definitions": {
            key: said("definition", key, "text", text) for key, text in argmap.definitions.items()
        },
    }
    return found | {key: part for key, part in parts.items() if part}


def _foot(argmap: ArgMap, keys: Keys) -> Node:
    """Return what stands after the claims."""
    found: Node = {} if argmap.expect is None else {"expect": expected(argmap.expect, keys.claim)}
    found |= plain(argmap.extra)
    return found


def _refuse_unfit(data: Node) -> None:
    """Raise `Unsupported` for what no file can say, which no map that was read ever does."""
    try:
        MapFile.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise Unsupported(f"a map file cannot hold {place}: {first['msg']}") from error
    if _depth(data) > DEEPEST:
        raise Unsupported(f"a map file can be {DEEPEST} levels deep, and this one is deeper")


def _depth(data: Any) -> int:
    """Return how many levels of YAML a value takes, without recursion."""
    deepest, queue = 0, [(data, 1)]
    while queue:
        value, level = queue.pop()
        deepest = max(deepest, level)
        inner = (
            value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        )
        queue += [(one, level + 1) for one in inner]
    return deepest


def _changes(keys: Keys) -> list[Problem]:
    """Return what is called otherwise in the file."""
    found = [
        lost(
            f"{named(f'{kind} id', [f'{old!r} (now {key!r})' for old, key in new.items()])} changed"
        )
        for kind, new in keys.changed.items()
    ]
    if not keys.map.title:
        found.append(lost(f"the map has no title, and is called {UNTITLED!r}"))
    unsaid = [key for key, claim in keys.map.claims.items() if not claim.text]
    if unsaid:
        found.append(
            lost(f"{named('claim', unsaid)} without a text: the label or the id stands for it")
        )
    return found


def _missing(planter: Planter, sayings: Sayings) -> list[Problem]:
    """Return what found no place in the file."""
    argmap, keys, found = planter.map, planter.keys, []
    homeless = [
        key
        for key, one in argmap.arguments.items()
        if key not in planter.names and not is_foreign_argument(one, argmap)
    ]
    if homeless:
        found.append(
            lost(f"{named('argument', homeless)} left out: nothing in the file can hold it")
        )
    unnamed = [key for key, name in planter.names.items() if key != name]
    if unnamed and "claim" not in keys.changed:
        found.append(lost(f"the id of {named('argument', unnamed)} is replaced by a derived one"))
    strangers = _strangers(planter)
    if strangers:
        found.append(
            lost(f"{named('claim', strangers)} of an included map left out: nothing refers to it")
        )
    untold = [key for _, key, _ in sayings.spots if not keys.is_foreign(key)]
    if untold:
        found.append(lost(f"translations of what the map does not say: {named('text', untold)}"))
    return found


def _strangers(planter: Planter) -> list[str]:
    """Return the claims of included maps that will not come back when the file is read."""
    argmap = planter.map
    reached = {key for key in planter.placed if planter.keys.is_foreign(key)}
    bearing: dict[str, list[str]] = {}
    for one in argmap.arguments.values():
        if is_foreign_argument(one, argmap):
            bearing.setdefault(one.conclusion, []).extend((one.id, *one.premises))
    queue = list(reached)
    while queue:
        new = [key for key in bearing.get(queue.pop(), ()) if key not in reached]
        reached.update(new)
        queue += new
    return [key for key in argmap.claims if planter.keys.is_foreign(key) and key not in reached]
