"""What the timeline of a case says of a safety house: asked, answered, and that the case came back."""

from collections.abc import Iterable, Iterator

from houvast.desk.rules.timeline import Happening
from houvast.kernel.terms import word_for
from houvast.safety_house.rules.content import ReferralOutcome, ReferralStep


def steps_told(house: str, steps: Iterable[ReferralStep]) -> Iterator[Happening]:
    """Give a line for each step of a referral; never a word of what was written."""
    for step in steps:
        if step.returns:
            yield Happening(step.at, f"Terug van {house},", f" {step.returns}e keer.")
        elif step.outcome:
            yield Happening(step.at, f"Antwoord van {house}:", f" {word_for(ReferralOutcome(step.outcome))}.")
        else:
            yield Happening(step.at, f"Aangemeld bij {house}", f" door {step.by}.")
