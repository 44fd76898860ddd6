"""Set a covenant: new, changed, longer, shorter, or out of use. The earlier version stays; what was shared on it ends
with it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.text import slugify

from houvast.audit.services.act import act
from houvast.cases.models import Case
from houvast.cases.selectors.holding import hold_cases
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events
from houvast.sharing.models import CovenantVersion
from houvast.sharing.rules.covenants import CovenantLine, covenant_problems
from houvast.sharing.selectors.grounds import covenants_of
from houvast.sharing.services.steps.ending import end_with_covenant, relying_on_covenant
from houvast.sharing.services.steps.setting import permitted, write_version

RESERVED = "nieuw"
"""Stands in the address of the page that adds a covenant, so that none can be called so."""


@dataclass(frozen=True, slots=True)
class SetCovenant:
    """A covenant that was set, and how often something that was shared on it ended, or ends earlier now."""

    code: str
    ended: int


def set_covenant(*, actor: Actor, now: datetime, municipality_id: UUID, line: CovenantLine) -> SetCovenant:
    """Set it. Without a code it is a new one; `line.number` is that of what was seen.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between, or shared
    something on it at this very moment.
    """
    with act(events.COVENANT_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer, today = permitted(acting, actor, municipality_id, now), in_amsterdam(now).date()
        cases = hold_cases({each.row.case_id for each in relying_on_covenant(municipality_id, line.code, today)})
        hold_municipality(municipality_id)
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
        ended = _end(line, cases, actor=actor, row=row, now=now)
        acting.details = {"code": code, "number": row.number, "ended": [str(each) for each in ended]}
        return SetCovenant(code, len(ended))


def _end(
    line: CovenantLine, cases: dict[UUID, Case], *, actor: Actor, row: CovenantVersion, now: datetime
) -> list[UUID]:
    """End what relies on it, now that nobody can share on what it said before."""
    relying = relying_on_covenant(row.municipality_id, line.code, in_amsterdam(now).date())
    if any(each.row.case_id not in cases for each in relying):
        raise Conflict("Iemand deelde net iets op dit convenant. Probeer het nog een keer.")
    return end_with_covenant(line, relying, cases, actor=actor, by=row.set_by_id, now=now)


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
        answers=sorted(each.hex for each in line.answers),
        active=line.active,
        set_by_id=member_id,
        set_at=now,
    )
