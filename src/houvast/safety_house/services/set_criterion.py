"""Set an admission criterion of a house: new, in other words, or out of use. The earlier version stays."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError
from django.utils.text import slugify

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_houses import houses_of, region_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.safety_house import events, policy
from houvast.safety_house.models import AdmissionCriterion
from houvast.safety_house.rules.criteria import CriterionLine, criterion_problems
from houvast.safety_house.selectors.criteria import criteria_of

_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


RESERVED = "nieuw"
"""Stands in the address of the page that adds a criterion, so that none can be called so."""


def set_criterion(*, actor: Actor, now: datetime, house_id: UUID, line: CriterionLine) -> str:
    """Set it; gives its code. Without a code it is a new one; `line.number` is that of what was seen.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between.
    """
    with act(events.CRITERION_SET, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality = viewer.municipality_id
        found = houses_of(house_id, now=now).get(house_id)
        known = {each.code: each for each in criteria_of(house_id)}
        if found is None or (line.code and line.code not in known):
            raise NotVisible
        facts = policy.HouseFacts(found.id, found.region, found.works_here)
        verdict = policy.may_set_criteria(viewer, facts, region_of(viewer.municipality_id))
        if not verdict.allowed:
            raise Refused(verdict)
        problems = criterion_problems(line.text, line.source)
        code = line.code or slugify(line.text)[:40]
        if not line.code and (not code or code in known or code == RESERVED):
            problems.setdefault("text", "Dit criterium staat er al, of heeft geen letters.")
        if problems:
            raise Invalid(problems)
        if line.number != (known[code].number if line.code else 0):
            raise Conflict(_CHANGED)
        row = AdmissionCriterion(
            organisation_id=house_id,
            code=code,
            number=line.number + 1,
            text=line.text.strip(),
            need=line.need,
            source=line.source.strip(),
            active=line.active,
            set_by_id=viewer.member_id,
            set_at=now,
        )
        try:
            row.save(force_insert=True)
        except IntegrityError as first:
            raise Conflict(_CHANGED) from first
        acting.subject, acting.subject_id, acting.ground = "admission_criterion", row.id, verdict.ground
        acting.details = {"code": code, "number": row.number, "house": str(house_id)}
        return code
