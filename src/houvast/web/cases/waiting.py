"""What waits in a case, as links with what each is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.models import FollowUp
from houvast.cases.selectors import questions
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act as WorkAct
from houvast.desk.rules.work import term, which_scaling
from houvast.desk.selectors.case_page import CasePage, withdrawable
from houvast.desk.selectors.tailor_work import TailorMadeHere
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.euros import euros
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.reporting_code.selectors.reading import of_case as codes_of_case
from houvast.web import addresses
from houvast.web.act_page import Elsewhere
from houvast.web.look import Act, Link

_FOLLOW_UPS = {
    FollowUp.Item.HEARD: "Vastleggen wie is gehoord bij",
    FollowUp.Item.RESIDENT_TOLD: "Vastleggen dat de inwoner weet van",
}

_OPEN_CODE = (
    "Over een meldcode is nog niet besloten. Leg het besluit eerst vast. Sluit u toch? Dan blijft zij op Mijn werk van "
    "wie haar begon, en die besluit alsnog."
)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The questions of a case that wait for an answer, and which of those to a team the viewer may take back."""

    proposals: Sequence[questions.WaitingProposal]
    urgencies: Sequence[questions.WaitingUrgency]
    hand_overs: Sequence[questions.WaitingHandOver]
    take_overs: Sequence[questions.WaitingTakeOver]
    withdraw: frozenset[UUID]


def waiting(page: CasePage, now: datetime) -> tuple[Act, ...]:
    """Give what waits in this case, each with its term and the page that solves it."""
    unanswered = Unanswered(page.proposals, page.urgencies, page.hand_overs, page.take_overs, page.acts.withdraw)
    follow_ups = (Act(_follow_up(each, now), addresses.follow_up(each.decision_id)) for each in page.follow_ups)
    tailor_made = (_tailor_made(each, page.found.band.code, now) for each in page.tailor_made)
    people = f"{addresses.case_act(page.found.band.code, 'mensen')}#noodtoegang"
    seen = (f"{name} ziet deze casus door noodtoegang, tot {moment(until, now)}" for name, until in page.glass)
    glass = (Act(text, people) for text in seen)
    return (*glass, *(Act(link.text, link.url) for link in _links(unanswered, now)), *tailor_made, *follow_ups)


def _tailor_made(here: TailorMadeHere, code: str, now: datetime) -> Act:
    each, left = here.waiting, term(here.waiting.day, now)[0]
    urls = {
        WorkAct.DECIDE_TAILOR_MADE: addresses.tailor_made(each.id),
        WorkAct.TELL_TAILOR_MADE: addresses.tailor_made(each.id, "afloop/"),
    }
    said = "wacht op besluit" if each.for_answer else "vastleggen wat het bracht"
    return Act(
        f"Maatwerk van {euros(each.cents)}, {said}: {left}", urls.get(here.act, addresses.case_act(code, "plan"))
    )


def _follow_up(open_one: questions.OpenFollowUp, now: datetime) -> str:
    which = which_scaling(open_one.to_phase, open_one.up, open_one.moved_at, now)
    return f"{_FOLLOW_UPS[open_one.item]} {which}: {term(open_one.until, now)[0]}"


def dissent(page: CasePage, now: datetime) -> tuple[Act, ...]:
    """Give who did not agree with a scaling of this case, for ever, with the page where they say why."""
    today = in_amsterdam(now).date()
    return tuple(
        Act(
            f"{each.organisation} was het niet eens met {'op' if each.up else 'af'}schalen naar AVE {each.to_phase} "
            f"({short(in_amsterdam(each.at).date(), today)})",
            addresses.proposal(each.proposal_id),
        )
        for each in page.dissent
    )


def before_closing(viewer: Viewer, found: FoundCase, now: datetime) -> Elsewhere:
    """Give what comes before closing: what holds it up; else what is not done yet, and the letter."""
    first = holding_up(viewer, found, now)
    if first:
        return Elsewhere("Dit wacht nog op antwoord, en houdt sluiten tegen:", first)
    code, asked = found.band.code, "Krijgt de inwoner een brief dat de hulp stopt?"
    letter = Link("Brief maken", addresses.case_act(code, "brieven/nieuw"))
    open_codes = [each for each in codes_of_case(viewer, found.band.case_id, now=now) if each.is_open]
    if not open_codes:
        return Elsewhere(asked, (letter,))
    links = (Link(f"Meldcode over {each.resident}", addresses.case_act(code, "meldcode")) for each in open_codes)
    return Elsewhere(f"{_OPEN_CODE} {asked}", (*links, letter))


def holding_up(viewer: Viewer, found: FoundCase, now: datetime) -> tuple[Link, ...]:
    """Give what must be answered or taken back before this case can close, as far as the viewer may know."""
    case_id = found.band.case_id
    asked = questions.take_overs(viewer, now=now, case_id=case_id)
    unanswered = Unanswered(
        questions.proposals(viewer, now=now, case_id=case_id),
        questions.urgencies(viewer, now=now, case_id=case_id),
        questions.hand_overs(viewer, now=now, case_id=case_id),
        asked,
        withdrawable(viewer, found, asked),
    )
    return tuple(_links(unanswered, now))


def _links(unanswered: Unanswered, now: datetime) -> Iterator[Link]:
    for proposal in unanswered.proposals:
        text = f"Voorstel naar AVE {proposal.to_phase} van {proposal.proposed_by}"
        yield Link(f"{text}: {term(proposal.decide_before, now)[0]}", addresses.proposal(proposal.id))
    for urgency in unanswered.urgencies:
        left = term(urgency.confirm_before, now)[0]
        yield Link(f"Spoed naar AVE {urgency.to_phase} bevestigen: {left}", addresses.urgency(urgency.id))
    for hand_over in unanswered.hand_overs:
        text = f"Overdracht {word_for(hand_over.responsibility)} aan {hand_over.to_member}"
        yield Link(f"{text}: {term(hand_over.accept_before, now)[0]}", addresses.hand_over(hand_over.id))
    for take_over in unanswered.take_overs:
        withdraws = take_over.id in unanswered.withdraw
        address = addresses.withdraw_take_over if withdraws else addresses.take_over
        text = f"Vraag aan {take_over.team}{' intrekken' if withdraws else ''}"
        yield Link(f"{text}: {term(take_over.answer_before, now)[0]}", address(take_over.id))
