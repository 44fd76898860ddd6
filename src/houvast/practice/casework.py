"""Casework in a town, in the words of the stories: each verb calls the service, as the person who does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, FollowUp, HandOverAnswer, Note, TakeOverAnswer
from houvast.cases.rules.observing import Observation
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import NOTHING, HandingOn, NewAnswer, NewReceiver
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors.aftercare import waiting_receivers
from houvast.cases.selectors.questions import MOST, open_follow_ups
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.close_case import NewClosing
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.fill_seat_temporarily import fill_seat_temporarily
from houvast.cases.services.link_cases import NewLink, link_cases
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.return_seat import return_seat
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.write_note import write_note
from houvast.desk.services.close_case_everywhere import close_case_everywhere
from houvast.directory.selectors import viewer
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.practice.homes import Home
from houvast.practice.region import Person, Town

CASE, PROCESS = Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION
OPERATIONAL = Responsibility.OPERATIONAL
Seats = Mapping[Responsibility, Person | Choice]
NOBODY: Seats = MappingProxyType({})
HEARD_AT_TABLE = "De partners zeiden aan tafel wat zij ervan vinden; het verslag is er (verzonnen)."

_LOOK_AFTER = timedelta(days=90)

# What is ticked at each boundary, from and to; the codes are those of the national model, which the others extend.
_TICKED: Mapping[tuple[int, int], frozenset[str]] = MappingProxyType(
    {
        (2, 1): frozenset({"doelen-gehaald", "inwoner-eens"}),
        (2, 3): frozenset({"meer-leefgebieden", "meer-domeinen", "veiligheid"}),
        (3, 2): frozenset({"risico-aanvaardbaar", "ontvanger-kan", "terugval-afspraak"}),
        (3, 4): frozenset({"verdere-neergang", "meer-ketens", "gezin-of-omgeving"}),
        (4, 3): frozenset({"risico-aanvaardbaar", "ontvanger-kan", "terugval-afspraak"}),
    }
)
_LOCAL_FIRST = "Lokaal deden het gebiedsteam en de wijkagent samen een plan. Dat hield de dreiging niet tegen."


def _choices(seats: Seats) -> dict[Responsibility, Choice]:
    return {seat: who if isinstance(who, Choice) else Choice(member_id=who.id) for seat, who in seats.items()}


def handing_on(receiver: Person | None, now: datetime, look_on: date | None = None) -> HandingOn:
    """Say who takes over, what is still done, how one notices that it goes wrong, and when somebody asks."""
    if receiver is None:
        return NOTHING
    return HandingOn(
        NewReceiver(member_id=receiver.id),
        "Het team komt elke week langs. Eén nummer voor de nacht.",
        "De gordijnen blijven dicht, of de huur is een week te laat.",
        look_on or in_amsterdam(now + _LOOK_AFTER).date(),
    )


def _domain(by: Person, now: datetime) -> str:
    seen_by = viewer(by.id, now=now)
    return "" if seen_by is None else min(seen_by.domains, default="")


@dataclass(frozen=True, slots=True)
class Step:
    """A step to another phase: from where to where, why, and what it means for the children where there are any."""

    from_phase: int
    to_phase: int
    why: str
    children: str = ""

    def proposal(self) -> NewProposal:
        """Give it as a proposal, with what was tried locally where a safety house comes in."""
        ticked = _TICKED[self.from_phase, self.to_phase]
        local = _LOCAL_FIRST if self.to_phase == 4 else ""
        return NewProposal(self.to_phase, ticked, self.why, children=self.children, local_attempts=local)


@dataclass(frozen=True, slots=True)
class Casework:
    """One case, and what people do in it."""

    id: UUID

    @classmethod
    def open(
        cls,
        by: Person,
        now: datetime,
        *,
        town: Town,
        home: Home,
        phase: int = 2,
        seats: Seats = NOBODY,
        themes: Sequence[str] = (),
        links: Sequence[NewLink] = (),
    ) -> "Casework":
        """Open a case about a home, on the domain of who opens it. Seats that nobody is named for begin vacant."""
        new = NewCase(
            municipality_id=town.id,
            kind=Case.Kind.HOUSEHOLD if home.household_id else Case.Kind.PERSON,
            name=home.name,
            phase=phase,
            domain=_domain(by, now),
            residents=[NewCaseResident(each.id, each.is_child, each.role) for each in home.residents],
            household_id=home.household_id,
            themes=themes,
            chosen=_choices(seats),
            links=links,
        )
        return cls(open_case(actor=by.actor, now=now, new=new).id)

    def propose(self, by: Person, now: datetime, step: Step) -> UUID:
        """Propose to scale."""
        return propose_scaling(actor=by.actor, now=now, case_id=self.id, new=step.proposal())

    def agree(
        self,
        by: Person,
        now: datetime,
        proposal: UUID,
        *,
        seats: Seats = NOBODY,
        behalf: str = "",
        receiver: HandingOn = NOTHING,
    ) -> None:
        """Decide to do what was proposed, or record that somebody else decided so."""
        how = Deciding(not_waited=HEARD_AT_TABLE, chosen=_choices(seats), handing_on=receiver)
        if behalf:
            today = in_amsterdam(now).date()
            document = "Besluitnotitie (verzonnen)"
            how = replace(how, on_behalf_of=behalf, decided_on=today, channel="telefoon", document=document)
        decide_scaling(actor=by.actor, now=now, proposal_id=proposal, approve=True, how=how)

    def decline(self, by: Person, now: datetime, proposal: UUID, why: str) -> None:
        """Decide not to do what was proposed."""
        decide_scaling(actor=by.actor, now=now, proposal_id=proposal, approve=False, how=Deciding(reason=why))

    def scale(
        self, by: Person, now: datetime, step: Step, *, seats: Seats = NOBODY, receiver: HandingOn = NOTHING
    ) -> None:
        """Propose and decide at once."""
        scale(
            actor=by.actor,
            now=now,
            case_id=self.id,
            new=step.proposal(),
            how=Deciding(not_waited=HEARD_AT_TABLE, chosen=_choices(seats), handing_on=receiver),
        )

    def take(self, by: Person, now: datetime) -> None:
        """Say yes to taking the case over."""
        seen_by = viewer(by.id, now=now)
        waiting = () if seen_by is None else waiting_receivers(seen_by, now=now, most=MOST)
        for each in waiting:
            if each.case_id == self.id and each.member_id == by.id:
                answer_receiver(actor=by.actor, now=now, request_id=each.id, new=NewAnswer(accepts=True))

    def hurry(self, by: Person, now: datetime, step: Step) -> UUID:
        """Scale up at once; gives what somebody else must confirm."""
        return scale_urgently(actor=by.actor, now=now, case_id=self.id, new=step.proposal())

    def confirm(self, by: Person, now: datetime, decision: UUID) -> None:
        """Confirm an urgent scaling."""
        answer_urgency(actor=by.actor, now=now, decision_id=decision, confirm=True, how=Deciding())

    def look_again(self, by: Person, now: datetime, weighed: str, *, without: str, review_on: date) -> None:
        """Record that the phase still fits; the resident was not asked, and why."""
        new = NewReview(weighed, resident_asked=False, why_not_asked=without, review_on=review_on)
        review_phase(actor=by.actor, now=now, case_id=self.id, new=new)

    def round_off(self, by: Person, now: datetime) -> None:
        """Record for every decision that still asks for it who was heard, and that the resident was told."""
        seen_by = viewer(by.id, now=now)
        if seen_by is None:
            return
        said = {
            FollowUp.Item.HEARD: "De inwoner is thuis gehoord, samen met de casusregisseur.",
            FollowUp.Item.RESIDENT_TOLD: "Verteld in een gesprek, met een brief erbij.",
        }
        for each in open_follow_ups(seen_by, now=now, case_ids=[self.id]):
            record_follow_up(
                actor=by.actor,
                now=now,
                decision_id=each.decision_id,
                item=each.item,
                state=FollowUp.State.DONE,
                on_date=in_amsterdam(now).date(),
                text=said[each.item],
            )

    def assign(self, by: Person, now: datetime, seat: Responsibility, who: Person | Choice) -> None:
        """Assign a seat for good."""
        choice = _choices({seat: who})[seat]
        assign_seat(actor=by.actor, now=now, case_id=self.id, responsibility=seat, choice=choice)

    def fill(self, by: Person, now: datetime, seat: Responsibility, who: Person, *, until: date, why: str) -> None:
        """Fill a seat for a time."""
        fill_seat_temporarily(
            actor=by.actor, now=now, case_id=self.id, responsibility=seat, member_id=who.id, until=until, reason=why
        )

    def give_back(self, by: Person, now: datetime, seat: Responsibility, why: str) -> None:
        """Give a seat back; it is vacant from then on."""
        return_seat(actor=by.actor, now=now, case_id=self.id, responsibility=seat, reason=why)

    def ask(self, by: Person, now: datetime, seat: Responsibility, who: Person, why: str) -> UUID:
        """Ask somebody to take a seat over."""
        return ask_hand_over(
            actor=by.actor, now=now, case_id=self.id, responsibility=seat, to_member=who.id, reason=why
        )

    def accept(self, by: Person, now: datetime, asked: UUID) -> None:
        """Take the seat that was asked."""
        outcome = HandOverAnswer.Outcome.ACCEPTED
        answer_hand_over(actor=by.actor, now=now, hand_over_id=asked, outcome=outcome)

    def ask_team(self, by: Person, now: datetime, team: UUID, why: str) -> UUID:
        """Ask a team to take the case over."""
        return ask_take_over(actor=by.actor, now=now, case_id=self.id, to_team=team, reason=why)

    def send_back(self, by: Person, now: datetime, request: UUID, advice: str) -> None:
        """Answer for a team that it does not take the case, with advice."""
        outcome = TakeOverAnswer.Outcome.RETURNED
        answer_take_over(actor=by.actor, now=now, request_id=request, outcome=outcome, advice=advice)

    def link(self, by: Person, now: datetime, new: NewLink) -> None:
        """Link the case to another that shares a person or a family."""
        link_cases(actor=by.actor, now=now, case_id=self.id, new=new)

    def surround(self, by: Person, now: datetime, *organisations: NewCaseOrganisation) -> None:
        """Add organisations around the people."""
        for each in organisations:
            add_organisation(actor=by.actor, now=now, case_id=self.id, new=each)

    def write(
        self, by: Person, now: datetime, text: str, part: Note.Part = Note.Part.GENERAL, *, shared: bool = False
    ) -> UUID:
        """Write a note; gives its id."""
        return write_note(actor=by.actor, now=now, case_id=self.id, part=part, text=text, shared_with_case=shared)

    def observe(self, by: Person, now: datetime, said: Observation) -> UUID:
        """Write down what one saw and heard, which goes no further without its writer; gives the id of the note."""
        part, text = Note.Part.GENERAL, said.as_note()
        return write_note(
            actor=by.actor, now=now, case_id=self.id, part=part, text=text, ask_before_passing=True, note_id=new_id()
        )

    def close(self, by: Person, now: datetime, reason: str, text: str, *, look_again: date | None) -> None:
        """Close the case."""
        close_case_everywhere(actor=by.actor, now=now, case_id=self.id, new=NewClosing(reason, text, look_again))

    def reopen(self, by: Person, now: datetime, phase: int, why: str, *, seats: Seats = NOBODY) -> None:
        """Open the case again."""
        reopen_case(actor=by.actor, now=now, case_id=self.id, phase=phase, reason=why, chosen=_choices(seats))
