"""Record that a consent was withdrawn; everything that relied on it ends in the same transaction."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act, together
from houvast.cases.services.act_in_case import act_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible
from houvast.kernel.ids import new_id
from houvast.sharing import events, policy
from houvast.sharing.models import ConsentEnd
from houvast.sharing.rules import places
from houvast.sharing.selectors.consents import consent_by_id
from houvast.sharing.services.steps.disclosing import relying_on, withdraw
from houvast.vault.sealing import seal

_BECAUSE = "De toestemming is ingetrokken."


def withdraw_consent(*, actor: Actor, now: datetime, consent_id: UUID, reason: str) -> int:
    """Withdraw it; gives how much that was shared ended by it. Raises `NotVisible`, `Refused` or `Conflict`."""
    with together():
        viewer = viewer_of(actor, now=now)
        line = consent_by_id(viewer, consent_id, now=now)
        if line is None:
            with act(events.CONSENT_WITHDRAWN, actor=actor, now=now, municipality=viewer.municipality_id) as acting:
                acting.subject, acting.subject_id = "consent", consent_id
                raise NotVisible
        with act_in_case(events.CONSENT_WITHDRAWN, actor=actor, now=now, case_id=line.case_id) as loaded:
            loaded.permit(policy.may_consent(loaded.viewer, loaded.facts))
            if ConsentEnd.objects.filter(consent_id=consent_id).exists():
                raise Conflict("Deze toestemming is al ingetrokken.")
            end_id, case, by = new_id(), loaded.case, loaded.viewer.member_id
            ended = relying_on(loaded, consent_id, now=now)
            ConsentEnd(
                id=end_id,
                consent_id=consent_id,
                case=case,
                municipality_id=case.municipality_id,
                reason_sealed=seal(case.key, reason.strip(), place=f"{places.CONSENT_END}:{end_id}"),
                at=now,
                by_id=by,
            ).save(force_insert=True)
            for disclosure_id in ended:
                withdraw(case, disclosure_id, actor=actor, by=by, now=now, reason=_BECAUSE)
            loaded.about("consent", consent_id, ended=[str(each) for each in ended])
            return len(ended)
