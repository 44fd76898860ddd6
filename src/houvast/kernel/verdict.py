"""The answer to "may this?": yes or no, why, and on which ground."""

from dataclasses import dataclass


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
    """Say yes, on a ground."""
    return Verdict(allowed=True, ground=ground)


def refuse(reason: str, message: str) -> Verdict:
    """Say no: a code for the log and a Dutch sentence for the person."""
    return Verdict(allowed=False, reason=reason, message=message)
