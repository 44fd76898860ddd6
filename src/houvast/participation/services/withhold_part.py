"""Leave a part out of own pages for a time, with a reason and a day to look again; and show it again."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.services.act_in_case import LoadedCase, act_in_case, act_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.participation import events, policy, scopes
from houvast.participation.models import Participant, WithheldPart
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.withholding import withholding_problems
from houvast.vault.sealing import seal

REASON_PLACE = "participation_withheldpart.reason"


@dataclass(frozen=True, slots=True)
class NewWithheld:
    """Which part, from whom (None is everybody), why, and after how many days somebody looks again."""

    part: OwnPart | None
    reason: str
    days: int
    participant_id: UUID | None = None
    id: UUID = field(default_factory=new_id)


def withhold_part(*, actor: Actor, now: datetime, case_id: UUID, new: NewWithheld) -> UUID:
    """Leave it out from this second on; gives the id.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is left out already.
    """
    with act_in_case(events.PART_WITHHELD, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_withhold(loaded.viewer, loaded.facts))
        problems = withholding_problems(new.part, new.reason, new.days)
        if new.participant_id is not None and not _is_here(new.participant_id, case_id):
            problems["participant"] = "Kies iemand die hier een eigen pagina heeft, of iedereen."
        if problems or new.part is None:
            raise Invalid(problems)
        running = WithheldPart.objects.filter(case_id=case_id, part=new.part.value, ended_at__isnull=True)
        same = Q(participant__isnull=True) if new.participant_id is None else Q(participant_id=new.participant_id)
        if running.filter(same).exists():
            raise Conflict("Dit deel is al weggelaten. Wilt u een andere reden of dag? Laat het dan eerst weer zien.")
        _write(loaded, new, new.part, now)
        loaded.about("withheld_part", new.id, part=new.part.value)
        return new.id


def show_part_again(*, actor: Actor, now: datetime, withheld_id: UUID) -> None:
    """Show it again from this second on. Raises `NotVisible`, or `Refused`."""
    event, scope = events.PART_SHOWN_AGAIN, scopes.withheld_parts
    with act_on_row(event, scope, withheld_id, "withheld_part", actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_withhold(loaded.viewer, loaded.facts))
        row.ended_by_id, row.ended_at = loaded.viewer.member_id, now
        row.save(update_fields=["ended_by", "ended_at"])
        loaded.about("withheld_part", row.id, part=row.part)


def _is_here(participant_id: UUID, case_id: UUID) -> bool:
    return Participant.objects.filter(pk=participant_id, case_id=case_id, end__isnull=True).exists()


def _write(loaded: LoadedCase, new: NewWithheld, part: OwnPart, now: datetime) -> None:
    row = WithheldPart(
        id=new.id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        part=part.value,
        participant_id=new.participant_id,
        reason_sealed=seal(loaded.case.key, new.reason.strip(), place=f"{REASON_PLACE}:{new.id}"),
        days=new.days,
        added_by_id=loaded.viewer.member_id,
        added_at=now,
    )
    row.save(force_insert=True)
