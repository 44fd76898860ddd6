"""Offer a case to another municipality, because who it is about moves there. Until it accepts, nothing changes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import CrossingGround, MoveOffer
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.moves import Carried, offer_problems
from houvast.cases.services.steps.closing import must_follow, waiting
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.move_rows import CARRIED_PLACE, GROUND_PLACE, SUMMARY_PLACE, what_goes_over
from houvast.cases.services.steps.people_of_case import residents_now
from houvast.directory.selectors_elsewhere import Asked, receives_moves
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days
from houvast.vault.sealing import seal

_FOLLOW = "Na een op- of afschaling is nog niet alles aangevuld. Doe dat eerst: na de overdracht kan het niet meer."


@dataclass(frozen=True, slots=True)
class NewOffer:
    """What is offered to whom. `asked` is a process director or a team there; `chosen` says what goes with the people.

    `id` is made before the act, so that pressing twice offers once.
    """

    to_municipality: UUID
    asked: Asked
    ground: CrossingGround
    ground_words: str
    summary: str
    resident_ids: Collection[UUID]
    chosen: Collection[str] = ()
    id: UUID = field(default_factory=new_id)


def offer_move(*, actor: Actor, now: datetime, case_id: UUID, new: NewOffer) -> UUID:
    """Offer the case; gives the id of the offer. The term is that of a hand-over in the model of the case.

    Only the summary, the people that are named and what is chosen go over, as they are now. What waits for an answer in
    the case comes first, but for moments: those end when the case is taken over, and the receiver is told of them.
    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was offered already.
    """
    with acting_on_case(events.MOVE_OFFERED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        if MoveOffer.objects.filter(pk=new.id).exists():
            raise Conflict("Deze casus is al aangeboden. U vindt het aanbod bij de casus.")
        problems = offer_problems(
            ground_words=new.ground_words,
            summary=new.summary,
            resident_ids=new.resident_ids,
            of_case=residents_now(case_id),
            chosen=new.chosen,
        )
        problems |= {key: text for key, text in waiting(case_id).items() if key != "moment"}
        if must_follow(case_id):
            problems["follow_up"] = _FOLLOW
        own = loaded.case.municipality_id
        if new.to_municipality == own or not receives_moves(new.asked, new.to_municipality, now=now):
            problems["asked"] = "Kies een team of een procesregisseur van de andere gemeente."
        if problems:
            raise Invalid(problems)
        _write(loaded, new, what_goes_over(loaded.case, new.resident_ids, new.chosen), now)
        asked = {"team": str(new.asked.team)} if new.asked.team else {"member": str(new.asked.member)}
        loaded.about("move", new.id, to=str(new.to_municipality), chosen=sorted(new.chosen), **asked)
        return new.id


def _write(loaded: LoadedCase, new: NewOffer, carried: Carried, now: datetime) -> None:
    case, key = loaded.case, loaded.case.key
    MoveOffer(
        id=new.id,
        case=case,
        municipality_id=case.municipality_id,
        to_municipality_id=new.to_municipality,
        to_member_id=new.asked.member,
        to_team_id=new.asked.team,
        ground=new.ground,
        ground_words_sealed=seal(key, new.ground_words.strip(), place=f"{GROUND_PLACE}:{new.id}"),
        summary_sealed=seal(key, new.summary.strip(), place=f"{SUMMARY_PLACE}:{new.id}"),
        carried_sealed=seal(key, carried.as_text(), place=f"{CARRIED_PLACE}:{new.id}"),
        phase=loaded.phase,
        offered_by_id=loaded.viewer.member_id,
        offered_at=now,
        answer_before=add_working_days(now, loaded.model.hand_over.accept_within_working_days),
    ).save(force_insert=True)
    cause, (members, teams) = Cause("move", new.id, f"move:{new.ground}"), new.asked.viewers()
    relation = Relation.ASKED_TO_RECEIVE
    give_access(case, relation, cause, now=now, phase=loaded.phase, member_ids=members, team_ids=teams)
