"""Agree that another municipality takes part for a time, because somebody of the case is in shelter there."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import CrossingGround, StayElsewhere, StayTurn
from houvast.cases.rules.stays import USUAL_TERMS, StayTerms, stay_problems
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.stay_rows import AGREEMENT_PLACE, GROUND_PLACE, PAYS_PLACE, let_host_see, write_turn
from houvast.directory.selectors_elsewhere import municipality_of_host
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class NewStay:
    """What two municipalities agreed. The host is one member or one team there; `parts` are codes of the matrix.

    `id` is made before the act, so that pressing twice agrees once.
    """

    ground: CrossingGround
    ground_words: str
    agreement: str
    pays: str
    parts: Collection[str]
    from_on: date | None
    until_on: date | None
    host_member: UUID | None = None
    host_team: UUID | None = None
    id: UUID = field(default_factory=new_id)


def agree_stay(*, actor: Actor, now: datetime, case_id: UUID, new: NewStay, terms: StayTerms = USUAL_TERMS) -> UUID:
    """Put an agreement on record; gives its id. The case stays with the municipality that leads it, and `terms` are its
    own: they stand in a higher room, and the door brings them.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is there already.
    """
    with acting_on_case(events.STAY_AGREED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        problems = stay_problems(
            parts=new.parts,
            ground_words=new.ground_words,
            who_does_what=new.agreement,
            from_on=new.from_on,
            until_on=new.until_on,
            today=in_amsterdam(now).date(),
            terms=terms,
        )
        host = municipality_of_host(new.host_member, new.host_team, now=now)
        if host is None or host == loaded.case.municipality_id:
            problems["host"] = "Kies een collega of een team van de andere gemeente."
        if problems or host is None or new.from_on is None or new.until_on is None:
            raise Invalid(problems)
        if StayElsewhere.objects.filter(pk=new.id).exists():
            raise Conflict("Deze afspraak staat er al. U vindt haar bij de casus.")
        _write(loaded, new, host, (new.from_on, new.until_on), now)
        whom = {"member": str(new.host_member)} if new.host_member else {"team": str(new.host_team)}
        loaded.about("stay", new.id, host=str(host), parts=sorted(new.parts), **whom)
        return new.id


def _write(loaded: LoadedCase, new: NewStay, host: UUID, days: tuple[date, date], now: datetime) -> None:
    case, turn_id, (from_on, until_on) = loaded.case, new_id(), days
    stay = StayElsewhere(
        id=new.id,
        case=case,
        municipality_id=case.municipality_id,
        host_id=host,
        host_member_id=new.host_member,
        host_team_id=new.host_team,
        parts=sorted(set(new.parts)),
        ground=new.ground,
        ground_words_sealed=seal(case.key, new.ground_words.strip(), place=f"{GROUND_PLACE}:{new.id}"),
        agreement_sealed=seal(case.key, new.agreement.strip(), place=f"{AGREEMENT_PLACE}:{new.id}"),
        pays_sealed=seal(case.key, new.pays.strip(), place=f"{PAYS_PLACE}:{new.id}"),
        from_on=from_on,
        agreed_by_id=loaded.viewer.member_id,
        agreed_at=now,
        turn_id=turn_id,
    )
    stay.save(force_insert=True)
    state, by = StayTurn.State.AGREED, loaded.viewer.member_id
    write_turn(case, stay.id, state, until_on, number=1, by=by, now=now, turn_id=turn_id)
    let_host_see(case, stay, until_on, phase=loaded.phase, now=now)
