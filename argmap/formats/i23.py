"""i23: an abstract framework in numbers, `p af 3` and then `1 2` for 1 attacks 2, as in ICCMA."""

from argmap.converting import Format, Read
from argmap.errors import InvalidMap
from argmap.exchange.abstracting import as_map, of_map
from argmap.exchange.iccma import parsed, recognised
from argmap.exchange.losing import Written, lost
from argmap.model import ArgMap


def read(text: str, path: str) -> Read:
    """Return a map of claims that attack each other."""
    try:
        return Read(as_map(parsed(text, "i23", path)))
    except InvalidMap as error:
        return Read(None, error.problems)


def write(argmap: ArgMap, path: str) -> Written:
    """Return how many claims there are, and the attacks between them."""
    abstract, told = of_map(argmap)
    size = len(abstract.names)
    if abstract.names != [str(number + 1) for number in range(size)]:
        told = (*told, lost("the ids of claims are lost: they are numbers now"))
    lines = [f"p af {size}", *(f"{one + 1} {other + 1}" for one, other in abstract.attacks)]
    return Written("".join(f"{line}\n" for line in lines), told)


def detect(text: str) -> bool:
    """Say whether a text begins with `p af` and a number."""
    return recognised(text) == "i23"


FORMAT = Format("i23", (".af", ".i23"), read, write, detect)
