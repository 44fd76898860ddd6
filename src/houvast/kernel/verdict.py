"""The answer to "may this?": yes or no, why, and on which ground."""

import re
from dataclasses import dataclass

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_SENTENCE = re.compile(r"[A-Z].*[a-z].*[.?]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a policy says.

    `reason` is a code for the audit log ("not_the_decider"); `message` is the same in Dutch for the person who asked;
    `ground` names the rule that allowed it ("holds_process_direction").
    """

    allowed: bool
    reason: str = ""
    message: str = ""
    ground: str = ""


def allow(ground: str) -> Verdict:
    """Say yes, on a ground. Raises `ValueError` when that is no code."""
    return Verdict(allowed=True, ground=_code(ground))


def refuse(reason: str, message: str) -> Verdict:
    """Say no: a code for the log and a Dutch sentence for the person.

    Raises `ValueError` when it is not that: nobody is refused without words that they can read.
    """
    if not _SENTENCE.fullmatch(message):
        raise ValueError(f"{reason} says no without a sentence: {message!r}")
    return Verdict(allowed=False, reason=_code(reason), message=message)


def _code(said: str) -> str:
    if not _CODE.fullmatch(said):
        raise ValueError(f"no code for the log: {said!r}")
    return said
