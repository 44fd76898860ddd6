"""Mark in a case that somebody of a network is the same person as a resident, or that they are not after all."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.residents.selectors import meant, meant_in, network
from houvast.residents.services.mark_same_person import end_same_person, mark_same_person

_CHOOSE = "Kies een inwoner van deze casus, of vul een BSN in."
_NOBODY = "Met dit BSN staat in het register van deze gemeente niemand die deze naaste kan zijn."
"""The same for who is not there, the resident themselves and who is shielded: a BSN tells nothing of anybody."""


def mark_same_in_case(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    resident_id: UUID,
    network_member_id: UUID,
    same: UUID | None = None,
    bsn: str = "",
) -> None:
    """Mark that somebody of the network of a resident is `same`, of this case, or whose `bsn` it is.

    Raises `NotVisible`, `Refused`, `Invalid` at `same` or `bsn`, or `Conflict`.
    """
    with acting_on_case(events.SAME_PERSON_MARKED, actor=actor, now=now, case_id=case_id) as loaded:
        _near(loaded, resident_id, network_member_id, now)
        who = _of_the_case(loaded, same, now) if same else _of_the_register(loaded, bsn)
        try:
            if who == resident_id:
                raise Invalid({"same": "Een naaste is iemand anders dan de inwoner zelf."})
            mark_same_person(actor=actor, now=now, network_member_id=network_member_id, resident_id=who)
        except Invalid:
            if same:
                raise
            raise Invalid({"bsn": _NOBODY}) from None
        loaded.about("network_member", network_member_id, resident=str(who))


def end_same_in_case(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, network_member_id: UUID) -> None:
    """Say that they are not the same person. Raises `NotVisible`, `Refused` or `Conflict`."""
    with acting_on_case(events.SAME_PERSON_ENDED, actor=actor, now=now, case_id=case_id) as loaded:
        _near(loaded, resident_id, network_member_id, now)
        people = scopes.residents(loaded.viewer, now=now).filter(case_id=case_id, until__isnull=True)
        about = frozenset(people.values_list("resident_id", flat=True))
        end_same_person(actor=actor, now=now, network_member_id=network_member_id, about=about)
        loaded.about("network_member", network_member_id)


def _near(loaded: LoadedCase, resident_id: UUID, network_member_id: UUID, now: datetime) -> None:
    person_to_work_on(loaded, resident_id, now=now)
    if network_member_id not in {each.id for each in network([resident_id])}:
        raise NotVisible


def _of_the_case(loaded: LoadedCase, same: UUID, now: datetime) -> UUID:
    people = scopes.residents(loaded.viewer, now=now).filter(case_id=loaded.case.id, until__isnull=True)
    if not people.filter(resident_id=same).exists():
        raise NotVisible
    return same


def _of_the_register(loaded: LoadedCase, bsn: str) -> UUID:
    if not bsn:
        raise Invalid({"same": _CHOOSE})
    loaded.permit(policy.may_look_up_residents(loaded.viewer, loaded.facts))
    found = meant_in(loaded.case.municipality_id, meant(bsn=bsn, surname="", birth_date=None))
    if not found:
        raise Invalid({"bsn": _NOBODY})
    return found[0]
