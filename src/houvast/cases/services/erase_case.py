"""Erase what a case says: its key is destroyed, names and numbers are emptied, and nobody sees it any more."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.audit.services.act import act
from houvast.cases import events
from houvast.cases.models import (
    Access,
    Case,
    CaseOrganisation,
    CaseResident,
    MomentContact,
    Note,
    PartnerJudgement,
    ReceiverAnswer,
    ScalingDecision,
)
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key

_NOTHING = "-"
"""Where a check of the table wants something to stand."""


def erase_case(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """Erase a case; its rows, dates and ids stay, for the figures and the log. Safe to repeat.

    Whether it is time, and who approved it, is for `accountability` to say. Raises `NotVisible`.
    """
    with act(events.CASE_ERASED, actor=actor, now=now, case=case_id) as acting:
        case = Case.objects.select_for_update().filter(pk=case_id).first()
        if case is None:
            raise NotVisible
        _destroy_keys(case, now)
        _empty(case)
        Access.objects.filter(case=case, withdrawn_at=None).update(withdrawn_at=now)
        acting.municipality = case.municipality_id


def _destroy_keys(case: Case, now: datetime) -> None:
    destroy_key(case.key, now=now)
    for note in Note.objects.filter(case=case).select_related("key"):
        if note.key is not None:
            destroy_key(note.key, now=now)


def _empty(case: Case) -> None:
    Case.objects.filter(pk=case.id).update(name="")
    CaseOrganisation.objects.filter(case=case).update(contact_name="", contact_role="", phone="")
    CaseResident.objects.filter(case=case).update(role="")
    MomentContact.objects.filter(case=case).update(name="", organisation_name="", phone="")
    said = ~Q(channel="") | ~Q(document="")
    ScalingDecision.objects.filter(said, case=case).update(channel=_NOTHING, document=_NOTHING)
    PartnerJudgement.objects.filter(case=case).exclude(channel="").update(channel=_NOTHING)
    ReceiverAnswer.objects.filter(question__case=case).exclude(channel="").update(channel=_NOTHING)
