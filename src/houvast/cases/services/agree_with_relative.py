"""Record what a resident of a case lets a relative hear and do, or whether that relative takes part."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.residents.rules.networking import Turn
from houvast.residents.services.record_network_turn import record_network_turn


def agree_with_relative(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, network_member_id: UUID, turn: Turn
) -> UUID:
    """Record it; gives the id of the turn. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_case(events.RELATIVE_AGREED, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, resident_id, now=now)
        made = record_network_turn(
            actor=actor, now=now, resident_id=resident_id, network_member_id=network_member_id, turn=turn
        )
        loaded.about("network_member", network_member_id, step=turn.step.value)
        return made
