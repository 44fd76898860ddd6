"""Let somebody see a part of a case because of a row in a higher room, such as a task; and end that again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events
from houvast.cases.models import Case, PhasePeriod
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_access
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Sight:
    """Who sees something, as what, and because of which row. `ground` is why they may; None for `until` is open.

    `agreed` are the parts that were chosen, where the matrix leaves that open; `note_ids` the single notes.

    Without `also_closed` nobody gets sight of a closed case: what ended by closing is not given back.
    """

    relation: Relation
    source: str
    source_id: UUID
    ground: str
    member_ids: Sequence[UUID] = ()
    team_ids: Sequence[UUID] = ()
    organisation_ids: Sequence[UUID] = ()
    agreed: frozenset[Part] = frozenset()
    note_ids: Sequence[UUID] = ()
    until: datetime | None = None
    also_closed: bool = True


def let_see(*, actor: Actor, now: datetime, case_id: UUID, sight: Sight) -> None:
    """Give the parts that the matrix opens for this relation. The verb that calls this has judged it and locked the
    case; this puts on record who got sight of what."""
    case = Case.objects.select_related("phase_period").get(pk=case_id)
    if case.phase_period.state == PhasePeriod.State.CLOSED and not sight.also_closed:
        return
    with act(events.ACCESS_GIVEN, actor=actor, now=now, municipality=case.municipality_id, case=case_id) as acting:
        acting.subject, acting.subject_id, acting.ground = sight.source, sight.source_id, sight.ground
        acting.details = {
            "relation": sight.relation.value,
            "members": [str(member_id) for member_id in sight.member_ids],
            "teams": [str(team_id) for team_id in sight.team_ids],
        }
        if sight.organisation_ids:
            acting.details["organisations"] = [str(each) for each in sight.organisation_ids]
        give_access(
            case,
            sight.relation,
            Cause(sight.source, sight.source_id, sight.ground),
            now=now,
            phase=case.phase_period.phase,
            member_ids=sight.member_ids,
            team_ids=sight.team_ids,
            organisation_ids=sight.organisation_ids,
            agreed=sight.agreed,
            note_ids=sight.note_ids,
            until=sight.until,
        )


def end_sight(*, actor: Actor, now: datetime, case_id: UUID, source: str, source_id: UUID) -> None:
    """Withdraw what somebody saw because of this row; it is gone everywhere in the same second."""
    municipality_id = Case.objects.values_list("municipality_id", flat=True).get(pk=case_id)
    with act(events.ACCESS_WITHDRAWN, actor=actor, now=now, municipality=municipality_id, case=case_id) as acting:
        acting.subject, acting.subject_id = source, source_id
        withdraw_access([source_id], now=now)
