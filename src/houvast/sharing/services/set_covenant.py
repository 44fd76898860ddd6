"""Set a covenant: new, changed, longer, or out of use. The earlier version stays."""

from datetime import datetime
from uuid import UUID

from django.utils.text import slugify

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.sharing import events
from houvast.sharing.models import CovenantVersion
from houvast.sharing.rules.covenants import CovenantLine, covenant_problems
from houvast.sharing.selectors.grounds import covenants_of
from houvast.sharing.services.steps.setting import permitted, write_version

RESERVED = "nieuw"
"""Stands in the address of the page that adds a covenant, so that none can be called so."""


def set_covenant(*, actor: Actor, now: datetime, municipality_id: UUID, line: CovenantLine) -> str:
    """Set it; gives its code. Without a code it is a new one; `line.number` is that of what was seen.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between.
    """
    with act(events.COVENANT_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = permitted(acting, actor, municipality_id, now)
        known = {each.code: each for each in covenants_of(municipality_id)}
        if line.code and line.code not in known:
            raise NotVisible
        problems = covenant_problems(line)
        code = line.code or slugify(line.name)[:40].rstrip("-")
        if not line.code and (not code or code in known or code == RESERVED):
            problems.setdefault("name", "Dit convenant staat er al, of de naam heeft geen letters.")
        if problems:
            raise Invalid(problems)
        row = _row(line, code, municipality_id, viewer.member_id, now)
        write_version(row, after=known[code].number if line.code else 0)
        acting.subject, acting.subject_id = "covenant", row.id
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
