"""Record what a resident lets somebody of their network hear and do, or whether that person takes part."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.rules.networking import NetworkStep, Turn, standing_of, turn_problems
from houvast.residents.services.steps.network_turns import turns_with, write_turn


def record_network_turn(*, actor: Actor, now: datetime, resident_id: UUID, network_member_id: UUID, turn: Turn) -> UUID:
    """Record it; gives the id of the turn, also when this was the newest already.

    Who may do this for whom follows from the case: `cases.services.agree_with_relative` asks first. An end is recorded
    by `end_network_member`. Raises `NotVisible` or `Invalid`.
    """
    with act(events.NETWORK_TURN, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "network_member", network_member_id
        if not Resident.objects.select_for_update().filter(pk=resident_id).exists():
            raise NotVisible
        rows = NetworkMember.objects.filter(resident_id=resident_id, until__isnull=True)
        row = rows.select_related("resident__key").filter(pk=network_member_id).first()
        if row is None or turn.step is NetworkStep.ENDED:
            raise NotVisible
        before = turns_with(row.id)
        problems = turn_problems(standing_of(before), turn, in_amsterdam(now).date())
        if problems:
            raise Invalid(problems)
        acting.municipality = row.municipality_id
        acting.details = {"step": turn.step.value, "allowed": [each.value for each in turn.allowed]}
        return write_turn(row, turn, before, by=actor.member_id, now=now)
