"""What all pages of HTML have in common: seals of what may run or look, and where lines begin."""

import base64
import hashlib

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))


def seal(content: str) -> str:
    """Return what a page's policy lets a script or a style sheet through by (CSP Level 3, 2.3.1).

    >>> seal("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left.

    >>> is_right_to_left("he-IL"), is_right_to_left("es")
    (True, False)
    """
    return language.partition("-")[0] in _RIGHT_TO_LEFT
