"""Go on, or not, by what a policy says."""

from houvast.audit.services.act import Act
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import Verdict


def permit(acting: Act, verdict: Verdict) -> None:
    """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
    if not verdict.allowed:
        raise Refused(verdict)
    acting.ground = verdict.ground
