"""Give a neighbour or notifier a place in a case, with what they notice; and record what follows."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes_bystanders
from houvast.cases.models import Bystander, BystanderTurn
from houvast.cases.rules.bystanding import NewBystander, bystander_problems
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal, unseal

WHO_PLACE = "cases_bystander.who"
TEXT_PLACE = "cases_bystanderturn.text"


def add_bystander(*, actor: Actor, now: datetime, case_id: UUID, new: NewBystander, bystander_id: UUID) -> UUID:
    """Add them; gives the id, which is made before the act. They see nothing of the case, and never sign in.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` the second time.
    """
    with acting_on_case(events.BYSTANDER_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        problems = bystander_problems(new)
        if problems:
            raise Invalid(problems)
        if Bystander.objects.filter(pk=bystander_id).exists():
            raise Conflict(ALREADY)
        kind = Bystander.Kind.NOTIFIER if new.is_notifier else Bystander.Kind.NEIGHBOUR
        row = Bystander(
            id=bystander_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            kind=kind,
            confidential=new.stays_confidential,
            who_sealed=seal(loaded.case.key, new.who, place=f"{WHO_PLACE}:{bystander_id}"),
            added_by_id=loaded.viewer.member_id,
            added_at=now,
            ground=min(loaded.viewer.domains, default="partner"),
            organisation_id=loaded.viewer.organisation_id,
            retention_from=in_amsterdam(now).date(),
        )
        row.save(force_insert=True)
        _write(loaded, row, BystanderTurn.Kind.NOTICED, new.noticed, now)
        loaded.about("bystander", bystander_id, kind=kind.value)
        return bystander_id


def record_bystander(
    *, actor: Actor, now: datetime, case_id: UUID, bystander_id: UUID, kind: BystanderTurn.Kind, text: str
) -> UUID:
    """Record what they notice, what was agreed, what they may hear, or that it is over; gives the id of the turn.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` after the end and for what was recorded just now.
    """
    with acting_on_case(events.BYSTANDER_RECORDED, actor=actor, now=now, case_id=case_id) as loaded:
        row = scopes_bystanders.bystanders(loaded.viewer, now=now).filter(pk=bystander_id, case_id=case_id).first()
        if row is None:
            raise NotVisible
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        if not text.strip():
            raise Invalid({"text": "Schrijf op wat u vastlegt."})
        turns = BystanderTurn.objects.filter(bystander=row)
        if turns.filter(kind=BystanderTurn.Kind.OVER).exists():
            raise Conflict("Deze persoon doet niet meer mee.")
        recent = turns.filter(kind=kind, at__gt=now - SAME_WITHIN)
        if any(_text(loaded, each) == text.strip() for each in recent):
            raise Conflict(ALREADY)
        made = _write(loaded, row, kind, text, now)
        loaded.about("bystander", row.id, kind=kind.value)
        return made


def _write(loaded: LoadedCase, row: Bystander, kind: BystanderTurn.Kind, text: str, now: datetime) -> UUID:
    turn_id = new_id()
    BystanderTurn(
        id=turn_id,
        bystander=row,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        kind=kind,
        text_sealed=seal(loaded.case.key, text.strip(), place=f"{TEXT_PLACE}:{turn_id}"),
        by_id=loaded.viewer.member_id,
        at=now,
    ).save(force_insert=True)
    return turn_id


def _text(loaded: LoadedCase, turn: BystanderTurn) -> str:
    return unseal(loaded.case.key, turn.text_sealed, place=f"{TEXT_PLACE}:{turn.id}")
