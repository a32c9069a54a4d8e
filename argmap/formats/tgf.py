"""tgf, the trivial graph format: names, a line with #, then who attacks whom."""

from argmap.converting import Format, Read
from argmap.errors import InvalidMap
from argmap.exchange.abstracting import as_map, of_map
from argmap.exchange.iccma import parsed, recognised
from argmap.exchange.losing import Written
from argmap.model import ArgMap


def read(text: str, path: str) -> Read:
    """Return a map of claims that attack each other."""
    try:
        return Read(as_map(parsed(text, "tgf", path)))
    except InvalidMap as error:
        return Read(None, error.problems)


def write(argmap: ArgMap, path: str) -> Written:
    """Return the claims and the attacks between them; spaces in names become `_`."""
    abstract, lost = of_map(argmap)
    names = ["_".join(name.split()) for name in abstract.names]
    lines = [*names, "#", *(f"{names[one]} {names[other]}" for one, other in abstract.attacks)]
    return Written("".join(f"{line}\n" for line in lines), lost)


def detect(text: str) -> bool:
    """Say whether a text has the line that parts names from attacks."""
    return recognised(text) == "tgf"


FORMAT = Format("tgf", (".tgf",), read, write, detect)
