"""The tasks of the competitions of argument solvers: what is asked, and the answer as they want it.

A task is a problem and a semantics. The problems: SE, some extension; DC, is an argument in some
extension (with one that holds it); DS, is it in all of them (with one that does not); EE, all
extensions; CE, how many there are. The semantics by their codes: CO, GR, PR, ST, SST, STG, ID, EA.
An argument is in all extensions where there are none.
"""

from argmap.errors import Unsupported
from argmap.evaluating import Semantics
from argmap.exchange.iccma import Abstract, witness
from argmap.plugins import members
from argmap.reasoning.extending import Choice, outcome, outcomes
from argmap.reasoning.frameworks import Framework
from argmap.reasoning.labelling import IN, NOT_IN, Effort, Labels
from argmap.text import nearest

PROBLEMS = ("SE", "DC", "DS", "EE", "CE")


def answer(task: str, argument: str, given: Abstract, effort: Effort) -> str:
    """Return the answer to a task, such as `DC-PR`, on a framework, as text without a last newline.

    >>> answer("SE-GR", "", Abstract(["a", "b"], [(0, 1)]), Effort())
    'w a'
    """
    problem, choice = _task(task)
    if problem in {"DC", "DS"}:
        return _decided(problem, choice, given, argument, effort)
    framework = Framework(given.attackers())
    if problem == "SE":
        found = outcome(choice, framework, effort)
        return "NO" if found is None else witness(_accepted(given, found))
    if problem == "CE":
        return str(sum(1 for _ in outcomes(choice, framework, effort)))
    found_all = [",".join(_accepted(given, one)) for one in outcomes(choice, framework, effort)]
    return "[" + ",".join(f"[{one}]" for one in found_all) + "]"


def _task(task: str) -> tuple[str, Choice]:
    problem, _, code = task.upper().partition("-")
    known = {one.code: one.choice for one in members("semantics", Semantics).values() if one.code}
    choice = known.get(code)
    if problem not in PROBLEMS or choice is None:
        raise Unsupported(
            f"no task {task!r} (a problem, one of {', '.join(PROBLEMS)},"
            f" and a semantics, one of {', '.join(sorted(known))}: DC-PR)"
        )
    return problem, choice


def _decided(problem: str, choice: Choice, given: Abstract, argument: str, effort: Effort) -> str:
    if argument not in given.names:
        what = f"there is no argument {argument!r}" if argument else "which argument is meant"
        near = nearest(argument, given.names)
        hint = f" (did you mean {near!r}?)" if near else ""
        raise Unsupported(f"{what}{hint}: say it with --argument")
    wish = given.names.index(argument), IN if problem == "DC" else NOT_IN
    found = outcome(choice, Framework(given.attackers()), effort, wish)
    if found is None:
        return "NO" if problem == "DC" else "YES"
    return ("YES\n" if problem == "DC" else "NO\n") + witness(_accepted(given, found))


def _accepted(given: Abstract, labels: Labels) -> list[str]:
    return [name for name, label in zip(given.names, labels, strict=True) if label == IN]
