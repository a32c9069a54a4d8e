"""apx: an abstract framework as facts, `arg(a). att(a,b).`, as in ASPARTIX and ICCMA."""

from argmap.converting import Format, Read
from argmap.errors import InvalidMap
from argmap.exchange.abstracting import as_map, of_map
from argmap.exchange.iccma import parsed, recognised, spelled
from argmap.exchange.losing import Written
from argmap.model import ArgMap


def read(text: str, path: str) -> Read:
    """Return a map of claims that attack each other."""
    try:
        return Read(as_map(parsed(text, "apx", path)))
    except InvalidMap as error:
        return Read(None, error.problems)


def write(argmap: ArgMap, path: str) -> Written:
    """Return the claims and the attacks between them."""
    abstract, lost = of_map(argmap)
    names = [spelled(name) for name in abstract.names]
    facts = [f"arg({name}).\n" for name in names]
    facts += [f"att({names[one]},{names[other]}).\n" for one, other in abstract.attacks]
    return Written("".join(facts), lost)


def detect(text: str) -> bool:
    """Say whether a text begins with a fact."""
    return recognised(text) == "apx"


FORMAT = Format("apx", (".apx",), read, write, detect)
