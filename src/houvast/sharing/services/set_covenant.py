"""Set a covenant: new, changed, longer, or out of use. The earlier version stays."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError
from django.utils.text import slugify

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.sharing import events, policy
from houvast.sharing.models import CovenantVersion
from houvast.sharing.rules.covenants import CovenantLine, covenant_problems
from houvast.sharing.selectors.grounds import covenants_of

_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


RESERVED = "nieuw"
"""Stands in the address of the page that adds a covenant, so that none can be called so."""


def set_covenant(*, actor: Actor, now: datetime, municipality_id: UUID, line: CovenantLine) -> str:
    """Set it; gives its code. Without a code it is a new one; `line.number` is that of what was seen.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between.
    """
    with act(events.COVENANT_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_set_grounds(viewer, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        known = {each.code: each for each in covenants_of(municipality_id)}
        if line.code and line.code not in known:
            raise NotVisible
        problems = covenant_problems(line)
        code = line.code or slugify(line.name)[:40].rstrip("-")
        if not line.code and (not code or code in known or code == RESERVED):
            problems.setdefault("name", "Dit convenant staat er al, of de naam heeft geen letters.")
        if problems:
            raise Invalid(problems)
        if line.number != (known[code].number if line.code else 0):
            raise Conflict(_CHANGED)
        row = _row(line, code, municipality_id, viewer.member_id, now)
        try:
            row.save(force_insert=True)
        except IntegrityError as first:
            raise Conflict(_CHANGED) from first
        acting.subject, acting.subject_id, acting.ground = "covenant", row.id, verdict.ground
        acting.details = {"code": code, "number": row.number}
        return code


def _row(line: CovenantLine, code: str, municipality_id: UUID, member_id: UUID, now: datetime) -> CovenantVersion:
    return CovenantVersion(
        municipality_id=municipality_id,
        code=code,
        number=line.number + 1,
        name=line.name.strip(),
        parties=line.parties.strip(),
        purpose=line.purpose.strip(),
        document=line.document.strip(),
        from_on=line.from_on,
        until_on=line.until_on,
        warn_days=line.warn_days,
        active=line.active,
        set_by_id=member_id,
        set_at=now,
    )
