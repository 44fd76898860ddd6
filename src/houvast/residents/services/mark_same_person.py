"""Mark that somebody of a network is the same person as a resident of the register, or that they are not after all."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.residents import events
from houvast.residents.models import NetworkMember, Resident, SamePerson
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_shielding import against, shielded_by_mark

_ALREADY = "Dit is al vastgelegd. Is het iemand anders? Leg dan eerst vast dat het niet dezelfde persoon is."
_SHIELDED = "Deze inwoner is afgeschermd voor deze naaste. Dan zijn zij niet dezelfde persoon."
_HOLDS = "Hierdoor is iemand van een andere casus afgeschermd. Het blijft staan zolang die afscherming er is."
_ENDED = "Dat dit niet dezelfde persoon is, was al vastgelegd."


def mark_same_person(*, actor: Actor, now: datetime, network_member_id: UUID, resident_id: UUID) -> None:
    """Mark it. From this second on a shield from the one is a shield from the other.

    Who may do this follows from the case: `cases.services.mark_same_in_case` asks first. The resident is locked, as
    when somebody shields them: a mark never comes beside a shield that says otherwise. A shield may come beside a mark:
    nothing wrong that was marked before keeps anybody from being safe. Raises `NotVisible`, `Invalid` at
    `same`, or `Conflict` when they are marked as somebody already.
    """
    with act(events.SAME_PERSON_MARKED, actor=actor, now=now) as acting:
        known = Resident.objects.select_for_update().filter(pk=resident_id, key__destroyed_at=None).first()
        near = NetworkMember.objects.select_for_update().filter(pk=network_member_id).first()
        if near is None or known is None or actor.member_id is None:
            raise NotVisible
        if near.resident_id == resident_id or known.municipality_id != near.municipality_id:
            raise NotVisible
        acting.municipality = near.municipality_id
        acting.subject, acting.subject_id = "network_member", network_member_id
        acting.details = {"resident": str(resident_id)}
        if SamePerson.objects.filter(network_member=near, ended_at__isnull=True).exists():
            raise Conflict(_ALREADY)
        if against([resident_id], Other(network_member_id=network_member_id), now=now):
            raise Invalid({"same": _SHIELDED})
        SamePerson(
            network_member=near,
            resident_id=resident_id,
            municipality_id=near.municipality_id,
            added_by_id=actor.member_id,
            added_at=now,
        ).save(force_insert=True)


def end_same_person(*, actor: Actor, now: datetime, network_member_id: UUID, about: Collection[UUID]) -> None:
    """Say that they are not the same person; `about` is who the case is about in which somebody says so.

    Nobody else may be open to them by it: who leads another case counts on it, and cannot know. Raises `NotVisible`, or
    `Conflict` when that was said already or somebody of another case is shielded by it.
    """
    with act(events.SAME_PERSON_ENDED, actor=actor, now=now) as acting:
        near = NetworkMember.objects.select_for_update().filter(pk=network_member_id).first()
        if near is None or actor.member_id is None:
            raise NotVisible
        acting.municipality = near.municipality_id
        acting.subject, acting.subject_id = "network_member", network_member_id
        row = SamePerson.objects.filter(network_member=near, ended_at__isnull=True).first()
        if row is None:
            raise Conflict(_ENDED)
        if not shielded_by_mark(network_member_id, now=now) <= frozenset(about):
            raise Conflict(_HOLDS)
        row.ended_by_id, row.ended_at = actor.member_id, now
        row.save(update_fields=["ended_by", "ended_at"])
