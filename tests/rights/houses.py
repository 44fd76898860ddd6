"""Referrals of the region of the matrix: to a house that works in Houvast, and to one outside. All *verzonnen*."""

from uuid import UUID

from houvast.cases.models import Case
from houvast.directory.models import Member, Organisation
from houvast.kernel.ids import new_id
from houvast.safety_house.rules.content import ReferralOutcome
from houvast.safety_house.services.add_participant import add_participant
from houvast.safety_house.services.record_outside_answer import record_outside_answer
from houvast.safety_house.services.record_outside_return import record_outside_return
from tests.safety_house.worlds import BACK_SAID, BY_HAND, SAID, Referable, in_phase_3
from tests.worlds import NOW, World, add_member, make_resident


def add_referrals(here: World, house: Member, partner: Member, outside: Organisation) -> dict[str, str]:
    """Let Marit (`proc`) refer five cases, each to stand in a state of its own.

    `file_asked` waits for an answer of the house; in `file` the viewer `zvh` directs and the partner (`part`) takes
    part. Of the house outside one referral waits, one was accepted, and one came back.
    """
    colleague = add_member(house.organisation, "Ruud Kamphuis", "medewerker-zvh", "", "procesregisseur ZVH", None)
    others = {"mirjam": house, "yara": partner}
    cases = [in_phase_3(here, make_resident(here, f"Vegt{number}").id) for number in range(5)]
    region = Referable(here, cases[0], house.organisation, outside, others)
    asked, accepted = (region.file(region.refer(case_id=each)) for each in cases[:2])
    region.answer(accepted)
    access = add_participant(actor=region.actor("mirjam"), now=NOW, file_id=accepted, member_id=partner.id)
    waits, was_accepted, came_back = (region.refer(outside=True, case_id=each) for each in cases[2:])
    for each in (was_accepted, came_back):
        _accept(region, each)
    record_outside_return(
        actor=region.actor("sanne"),
        now=NOW,
        referral_id=came_back,
        content=BACK_SAID,
        by_hand=BY_HAND,
    )
    made = {
        "file_asked": asked,
        "file": accepted,
        "participation": access,
        "referral_asked": waits,
        "referral_accepted": was_accepted,
        "referral_back": came_back,
        "house": house.organisation_id,
        "house_outside": outside.id,
        "once": new_id(),
        "at_house": colleague.id,
    }
    return {**{name: str(each) for name, each in made.items()}, "referred": Case.objects.get(pk=cases[0]).code}


def _accept(region: Referable, referral_id: UUID) -> None:
    record_outside_answer(
        actor=region.actor("sanne"),
        now=NOW,
        referral_id=referral_id,
        outcome=ReferralOutcome.ACCEPTED,
        content=SAID,
        by_hand=BY_HAND,
    )
