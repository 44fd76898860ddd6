"""Link two cases that share a person, with the reason why they are not one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases import events, policy, scopes
from houvast.cases.models import Case, CaseLink
from houvast.cases.rules.matrix import Part
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_caselink.reason"


@dataclass(frozen=True, slots=True)
class NewLink:
    """The other case and the reason why it stays a case of its own."""

    other_id: UUID
    reason: str


def link(case: Case, new: NewLink, viewer: Viewer, *, now: datetime) -> CaseLink:
    """Write the link. Raises `Invalid` without a reason, or when the other case is not visible to who links."""
    if not new.reason.strip():
        raise Invalid({"link_reason": "Schrijf op waarom dit twee casussen zijn en niet één."})
    if not scopes.cases(viewer, part=Part.BAND, now=now).filter(pk=new.other_id).exists():
        raise Invalid(
            {"link": "Deze casus bestaat niet, of u mag haar niet zien. Vraag wie haar leidt om te koppelen."}
        )
    either = Q(case_id=case.id, other_id=new.other_id) | Q(case_id=new.other_id, other_id=case.id)
    if CaseLink.objects.filter(either).exists():
        raise Invalid({"link": "Deze casussen zijn al gekoppeld."})
    link_id = new_id()
    row = CaseLink(
        id=link_id,
        case=case,
        other_id=new.other_id,
        municipality_id=case.municipality_id,
        reason_sealed=seal(case.key, new.reason.strip(), place=f"{REASON_PLACE}:{link_id}"),
        linked_by_id=viewer.member_id,
        linked_at=now,
    )
    row.save(force_insert=True)
    return row


def link_cases(*, actor: Actor, now: datetime, case_id: UUID, new: NewLink) -> None:
    """Link a case to another. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_case(events.CASES_LINKED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        made = link(loaded.case, new, loaded.viewer, now=now)
        loaded.about("case_link", made.id)
