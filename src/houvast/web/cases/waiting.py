"""What waits in a case, as links with what each is about."""

from datetime import datetime

from houvast.cases.models import FollowUp
from houvast.desk.rules.work import DUTCH_SEAT, term
from houvast.desk.selectors.case_page import CasePage
from houvast.web import addresses
from houvast.web.look import Act

_FOLLOW_UPS = {
    FollowUp.Item.HEARD: "Vastleggen wie is gehoord",
    FollowUp.Item.RESIDENT_TOLD: "Vastleggen dat de inwoner het weet",
}


def waiting(page: CasePage, now: datetime) -> tuple[Act, ...]:
    """Give what waits in this case, each with its term and the page that solves it."""
    made = [
        Act(
            f"Voorstel naar AVE {each.to_phase} van {each.proposed_by}: {term(each.decide_before, now)[0]}",
            addresses.proposal(each.id),
        )
        for each in page.proposals
    ]
    made += [
        Act(
            f"Spoed naar AVE {each.to_phase} bevestigen: {term(each.confirm_before, now)[0]}",
            addresses.urgency(each.id),
        )
        for each in page.urgencies
    ]
    made += [
        Act(
            f"Overdracht {DUTCH_SEAT[each.responsibility]} aan {each.to_member}: {term(each.accept_before, now)[0]}",
            addresses.hand_over(each.id),
        )
        for each in page.hand_overs
    ]
    made += [
        Act(f"Vraag aan {each.team}: {term(each.answer_before, now)[0]}", addresses.take_over(each.id))
        for each in page.take_overs
    ]
    made += [
        Act(f"{_FOLLOW_UPS[each.item]}: {term(each.until, now)[0]}", addresses.follow_up(each.decision_id))
        for each in page.follow_ups
    ]
    return tuple(made)
