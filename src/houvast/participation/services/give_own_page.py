"""Give somebody an own page: they take part from now on, and get a code on paper."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.own_page import people_of
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.participation import events, policy
from houvast.participation.models import Participant
from houvast.participation.rules.parts import MAY_BE_ALLOWED
from houvast.participation.rules.taking_part import Capacity, ParticipantKind, why_not
from houvast.participation.selectors.of_case import Candidate, candidates
from houvast.participation.selectors.settings import own_page_facts
from houvast.participation.selectors.taking_part import facts_of, who_is
from houvast.participation.services.steps.write_personal_code import write_personal_code
from houvast.residents.selectors_shielding import against, numbers_kept_from

ALREADY = "Deze persoon heeft al een eigen pagina. Is de code kwijt? Maak dan een nieuwe code."
_NOBODY = "Kies iemand die bij deze casus hoort."


@dataclass(frozen=True, slots=True)
class NewParticipant:
    """Who gets an own page, about which resident, and as what. `sees_plan`: the plan of the case is about that one.

    `allowed` is for somebody of the network.
    """

    resident_id: UUID
    person_id: UUID | None = None
    network_member_id: UUID | None = None
    kind: ParticipantKind = ParticipantKind.SELF
    capacity: Capacity | None = None
    sees_plan: bool = False
    young_agrees: bool = False
    allowed: Collection[str] = ()
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code as it is handed over, once: afterwards nobody can read it any more.

    "" for who has no mobile number, to which the other code would go: they get the page on paper.
    """

    participant_id: UUID
    name: str
    code: str = field(repr=False)


def give_own_page(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewParticipant, chosen_code: str = ""
) -> GivenCode:
    """Let somebody take part, with a code that is shown once; `chosen_code` is for a practice region only.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when they take part already.
    """
    with act_in_case(events.PAGE_GIVEN, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_let_take_part(loaded.viewer, loaded.facts))
        who = _who(loaded, new, now)
        row = _row(loaded, new, now)
        _judge(row, who, now)
        same = Participant.objects.filter(
            case_id=case_id,
            resident_id=new.resident_id,
            person_id=new.person_id,
            network_member_id=new.network_member_id,
            end__isnull=True,
        )
        if same.exists():
            raise Conflict(ALREADY)
        row.save(force_insert=True)
        by, texts = row.given_by_id, who.can_be_texted
        code = write_personal_code(row, by=by, now=now, chosen=chosen_code) if texts else ""
        loaded.about("participant", row.id, kind=row.kind, capacity=row.capacity)
        return GivenCode(row.id, who.name, code)


def _who(loaded: LoadedCase, new: NewParticipant, now: datetime) -> Candidate:
    """Give who it is, from the people of the case. Raises `Invalid`."""
    wanted = (new.resident_id, new.person_id, new.network_member_id)
    known = candidates(loaded.viewer, loaded.case.id, now=now)
    found = [each for each in known if (each.resident_id, each.person_id, each.network_member_id) == wanted]
    is_self = new.person_id == new.resident_id
    if not found or is_self != (new.kind is ParticipantKind.SELF):
        raise Invalid({"who": _NOBODY})
    if new.kind is ParticipantKind.REPRESENTATIVE and new.capacity is None:
        raise Invalid({"capacity": "Kies als wat deze persoon de inwoner vertegenwoordigt."})
    if new.kind is ParticipantKind.NETWORK and new.network_member_id is None:
        raise Invalid({"who": "Iemand van het netwerk staat bij de naasten van de inwoner. Voeg die daar eerst toe."})
    return found[0]


def _row(loaded: LoadedCase, new: NewParticipant, now: datetime) -> Participant:
    is_network = new.kind is ParticipantKind.NETWORK
    representing = new.kind is ParticipantKind.REPRESENTATIVE
    return Participant(
        id=new.id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        resident_id=new.resident_id,
        kind=new.kind.value,
        capacity=new.capacity.value if new.capacity and representing else "",
        person_id=new.person_id,
        network_member_id=new.network_member_id,
        sees_plan=new.sees_plan,
        young_agrees=new.young_agrees and representing,
        allowed=[part.value for part in MAY_BE_ALLOWED if is_network and part.value in new.allowed],
        since=now,
        given_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )


def _judge(row: Participant, who: Candidate, now: datetime) -> None:
    """Refuse somebody who would not take part: too young, or no longer for this child. Raises `Invalid`."""
    ages = own_page_facts(row.municipality_id).ages
    people = people_of(row.case_id)
    shields = against(None, who_is(row), now=now)
    facts = facts_of(row, people.now, shields, numbers_kept_from(people.ever, now=now))
    reason = why_not(facts, ages, in_amsterdam(now).date())
    if reason:
        raise Invalid({"who": f"{who.name} kan nu geen eigen pagina krijgen. {reason}"})
