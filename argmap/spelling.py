"""Plain data spelt as YAML, in so few signs that it can stand in any place of a text."""

import json
import re
from collections.abc import Mapping, Sequence

Plain = str | int | float | bool | Mapping[str, "Plain"] | Sequence["Plain"]

_BARE = re.compile(r"[A-Za-z](?:[\w ./()-]*[\w.)/])?\Z", re.ASCII)
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


def spelt(value: Plain) -> str:
    r"""Return plain data as YAML on one line, text unquoted where that is safe anywhere.

    >>> spelt("us-disruption"), spelt("Smith says: no"), spelt("yes"), spelt({"a": [1]})
    ('us-disruption', '"Smith says: no"', '"yes"', '{a: [1]}')
    """
    if isinstance(value, str):
        if _BARE.match(value) and value.lower() not in _NOT_TEXT:
            return value
        escaped = json.dumps(value, ensure_ascii=False)
        return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda m: f"\\u{ord(m[0]):04x}", escaped)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{spelt(k)}: {spelt(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(spelt(one) for one in value) + "]"
    return json.dumps(value)
