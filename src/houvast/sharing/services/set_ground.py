"""Set an entry of the table of grounds: new, changed, or out of use. The earlier version stays."""

from datetime import datetime
from uuid import UUID

from django.utils.text import slugify

from houvast.audit.services.act import act
from houvast.directory.selectors_functions import known_functions
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.sharing import events
from houvast.sharing.models import GroundVersion
from houvast.sharing.rules.grounds import GroundLine, ground_problems
from houvast.sharing.selectors.grounds import covenants_of, grounds_of
from houvast.sharing.services.steps.setting import permitted, write_version


def set_ground(*, actor: Actor, now: datetime, municipality_id: UUID, line: GroundLine) -> str:
    """Set it; gives its code. Without a code it is a new one; `line.number` is that of what was seen.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between.
    """
    with act(events.GROUND_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = permitted(acting, actor, municipality_id, now)
        known = {each.code: each for each in grounds_of(municipality_id)}
        if line.code and line.code not in known:
            raise NotVisible
        problems = ground_problems(line)
        code = line.code or slugify(f"{line.receiver} {line.purpose}")[:40].rstrip("-")
        if not line.code and code in known:
            problems.setdefault("purpose", "Deze grond staat er al. Wijzig die, of kies een ander doel.")
        if line.covenant and line.covenant not in {each.code for each in covenants_of(municipality_id)}:
            problems["covenant"] = "Dit convenant staat er niet. Kies een ander."
        if line.second_by and line.second_by not in known_functions(municipality_id):
            problems["second_by"] = "Deze functie is er niet. Kies een andere."
        if problems:
            raise Invalid(problems)
        row = _row(line, code, municipality_id, viewer.member_id, now)
        write_version(row, after=known[code].number if line.code else 0)
        acting.subject, acting.subject_id = "ground", row.id
        acting.details = {"code": code, "number": row.number}
        return code


def _row(line: GroundLine, code: str, municipality_id: UUID, member_id: UUID, now: datetime) -> GroundVersion:
    return GroundVersion(
        municipality_id=municipality_id,
        code=code,
        number=line.number + 1,
        receiver=line.receiver,
        purpose=line.purpose.strip(),
        law=line.law.strip(),
        covers=sorted(line.covers),
        secrecy=line.secrecy,
        consent=line.consent,
        second=line.second,
        second_by=line.second_by if line.second else "",
        covenant=line.covenant,
        source=line.source.strip(),
        confirmed=line.confirmed,
        active=line.active,
        set_by_id=member_id,
        set_at=now,
    )
