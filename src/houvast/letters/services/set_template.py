"""Set what a kind of letter of a municipality begins with."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.letters import events, policy
from houvast.letters.models import LetterTemplate
from houvast.letters.rules.placeholders import template_problems
from houvast.letters.rules.templates import Template
from houvast.letters.selectors.templates import newest

_CHANGED = "Iemand anders wijzigde deze tekst net. Kijk opnieuw wat er nu staat."


def set_template(*, actor: Actor, now: datetime, municipality_id: UUID, template: Template) -> None:
    """Set it as a new version; `template.number` is that of the version that was seen. Letters that were made stay.

    Raises `Refused`, `Invalid` with a message at each field, or `Conflict` when somebody else changed it meanwhile.
    """
    with act(events.TEMPLATE_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_set_templates(viewer, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        acting.ground = verdict.ground
        subject, text = template.subject.strip(), template.text.replace("\r\n", "\n").strip()
        problems = template_problems(subject, text)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        if newest(municipality_id, template.kind).number != template.number:
            raise Conflict(_CHANGED)
        row = LetterTemplate(
            municipality_id=municipality_id,
            kind=template.kind.value,
            number=template.number + 1,
            subject=subject,
            text=text,
            set_by_id=viewer.member_id,
            set_at=now,
        )
        row.save(force_insert=True)
        acting.subject, acting.subject_id = "letter_template", row.id
        acting.details = {"kind": row.kind, "number": row.number}
