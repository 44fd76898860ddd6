"""Ask whether one person is known: hit or no hit, and whom to ask. The question is on record, whatever the answer.

No case, a case elsewhere, one that withholds its hit and one from which who asks is locked out go the same way: the
same questions to the database, the same rows, the same answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID

from houvast.audit.services.act import Act, act
from houvast.cases.selectors.hits import KnownCase, known_cases
from houvast.cases.services.act_from_outside import act_from_outside
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import refuse
from houvast.kernel.working_time import day_begins, in_amsterdam
from houvast.residents.selectors import meant, meant_in
from houvast.sharing import events, policy
from houvast.sharing.models import Disclosure, KnownQuestion
from houvast.sharing.rules import known, places
from houvast.sharing.rules.content import DisclosureContent, TurnState, Way, written
from houvast.sharing.rules.known import KnownLimits, Sought, in_sample, sought_problems
from houvast.sharing.selectors.grounds import answering
from houvast.sharing.selectors.known import leading_functions
from houvast.sharing.services.steps.disclosing import SOURCE, write_turn
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """Whom somebody asks about, and the code of the purpose, out of `purposes` with their words."""

    sought: Sought
    purpose: str
    purposes: Mapping[str, str] = field(default_factory=dict)


def ask_known(*, actor: Actor, now: datetime, new: NewQuestion, limits: KnownLimits) -> tuple[KnownCase, ...]:
    """Ask it; gives nothing when nobody is known, or when that is not said. The limits and purposes are the
    municipality's own: they stand in a higher room.

    Raises `Refused`, also when somebody asked often enough today, or `Invalid`.
    """
    with act(events.KNOWN_ASKED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        municipality_id = _permitted(acting, viewer)
        problems = sought_problems(new.sought, new.purpose, new.purposes)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        _count(viewer, limits, now)
        found, row = _look(viewer, municipality_id, new, limits, now)
        acting.subject, acting.subject_id = "known_question", row.id
        acting.details = {"code": new.purpose, "answer": "yes" if found else "no"}
        for case in sorted(found, key=lambda each: each.case_id):
            _disclose(case, viewer, row.purpose, actor=actor, now=now)
        return found


def _permitted(acting: Act, viewer: Viewer) -> UUID:
    acting.municipality = viewer.municipality_id
    verdict = policy.may_ask_known(viewer, leading_functions(viewer))
    if not verdict.allowed or viewer.municipality_id is None:
        raise Refused(verdict)
    acting.ground = verdict.ground
    return viewer.municipality_id


def _count(viewer: Viewer, limits: KnownLimits, now: datetime) -> None:
    """Stop who asked often enough today. Who asks for another municipality waits: see `hold_municipality`."""
    asked = KnownQuestion.objects.filter(by_id=viewer.member_id, at__gte=day_begins(in_amsterdam(now).date())).count()
    if asked >= limits.per_day:
        raise Refused(refuse("known_limit", known.full(limits.per_day)))


def _look(
    viewer: Viewer, municipality_id: UUID, new: NewQuestion, limits: KnownLimits, now: datetime
) -> tuple[tuple[KnownCase, ...], KnownQuestion]:
    said, today = new.sought, in_amsterdam(now).date()
    where = {municipality_id} | answering(municipality_id, today=today)
    who = partial(meant, bsn=said.bsn, surname=said.surname, birth_date=said.birth_date)
    about = meant_in(municipality_id, who())
    found = known_cases(viewer, who(prefix="resident__"), where, now=now)
    row_id = new_id()
    row = KnownQuestion(
        id=row_id,
        municipality_id=municipality_id,
        number=1 + KnownQuestion.objects.filter(municipality_id=municipality_id).count(),
        title=viewer.title,
        code=new.purpose,
        purpose=new.purposes[new.purpose],
        residents=sorted(each.hex for each in about),
        places=sorted(each.hex for each in where),
        hit=bool(found),
        share=limits.share,
        in_sample=in_sample(row_id, limits.share),
        at=now,
        by_id=viewer.member_id,
        organisation_id=viewer.organisation_id,
    )
    row.save(force_insert=True)
    return found, row


def _disclose(case: KnownCase, viewer: Viewer, purpose: str, *, actor: Actor, now: datetime) -> None:
    """Put on record in the case what was said of it: it stands with what was shared, and in the resident's account."""
    with act_from_outside(events.KNOWN_TOLD, actor=actor, now=now, case_id=case.case_id) as outside:
        row_id, today = new_id(), in_amsterdam(now).date()
        content = DisclosureContent(viewer.name, purpose, "", "", "")
        Disclosure(
            id=row_id,
            case=outside.case,
            municipality_id=outside.case.municipality_id,
            number=1 + Disclosure.objects.filter(case=outside.case).count(),
            way=Way.KNOWN,
            member_id=viewer.member_id,
            about=sorted(each.hex for each in case.about),
            code=known.CODE,
            law=known.LAW,
            purpose=purpose,
            until_on=today,
            content_sealed=seal(outside.case.key, written(content), place=f"{places.DISCLOSURE}:{row_id}"),
            at=now,
            by_id=viewer.member_id,
            ground=known.GROUND,
            organisation_id=viewer.organisation_id,
            retention_from=today,
        ).save(force_insert=True)
        write_turn(outside.case, row_id, TurnState.GIVEN, by=viewer.member_id, now=now)
        outside.acting.ground = known.GROUND
        outside.about(SOURCE, row_id)
