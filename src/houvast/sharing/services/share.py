"""Share something of a case, or hear why not. A yes opens exactly what was chosen; a no is kept too."""

from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.models import Disclosure
from houvast.sharing.rules import places
from houvast.sharing.rules.content import DisclosureContent, NewDisclosure, Receiver, TurnState, Way, written
from houvast.sharing.rules.judging import Answer, Judgement, judge_disclosure
from houvast.sharing.selectors.offered import on_paper
from houvast.sharing.services.steps.disclosing import SOURCE, open_to_receiver, write_turn
from houvast.sharing.services.steps.seconding import let_second_see
from houvast.sharing.services.steps.weighing import Weighed, weigh
from houvast.vault.sealing import seal

_STATES = {Answer.YES: TurnState.GIVEN, Answer.SECOND: TurnState.ASKED, Answer.NO: TurnState.REFUSED}


def share(*, actor: Actor, now: datetime, case_id: UUID, new: NewDisclosure) -> Judgement:
    """Share, ask a second person, or put on record that it may not; gives the answer.

    Raises `NotVisible`, `Refused`, `Invalid` when something can still be filled in, or `Conflict` when sent twice.
    """
    with act_in_case(events.SHARED, actor=actor, now=now, case_id=case_id) as loaded:
        weighed = weigh(loaded, new, now=now)
        loaded.permit(policy.may_share(loaded.viewer, loaded.facts, has_own=bool(weighed.offer.notes)))
        judgement = judge_disclosure(weighed.wanted)
        if judgement.answer is Answer.NOT_YET or new.receiver is None:
            raise Invalid(judgement.problems)
        if Disclosure.objects.filter(pk=new.id).exists():
            raise Conflict("Dit is al gedeeld. U vindt het bij de casus, onder wat is gedeeld.")
        row = _write(loaded, new, new.receiver, weighed, judgement, now)
        write_turn(loaded.case, row.id, _STATES[judgement.answer], by=loaded.viewer.member_id, now=now)
        if judgement.answer is Answer.YES:
            open_to_receiver(row, actor=actor, now=now, until_on=row.until_on)
        elif judgement.answer is Answer.SECOND and weighed.ground is not None:
            let_second_see(loaded, row, weighed.ground, actor=actor, now=now)
        loaded.about(
            SOURCE,
            row.id,
            answer=judgement.answer.value,
            code=row.code,
            parts=list(row.parts),
            notes=list(row.notes),
            missing=list(row.missing),
        )
        return judgement


def _write(
    loaded: LoadedCase, new: NewDisclosure, receiver: Receiver, weighed: Weighed, judgement: Judgement, now: datetime
) -> Disclosure:
    case, ground = loaded.case, weighed.ground
    row = Disclosure(
        id=new.id,
        case=case,
        municipality_id=case.municipality_id,
        number=1 + Disclosure.objects.filter(case=case).count(),
        way=receiver.way,
        member_id=receiver.member_id,
        receiver_id=receiver.organisation_id,
        table=receiver.table_id,
        members=sorted(each.hex for each in receiver.members),
        parts=sorted(new.parts),
        notes=sorted(each.id.hex for each in weighed.notes),
        about=sorted(each.hex for each in weighed.about),
        code=ground.code if ground else "",
        version=ground.number if ground else 0,
        law=ground.law if ground else "",
        purpose=ground.purpose if ground else "",
        route=new.route or "",
        steps=sorted(new.steps),
        consents=sorted(each.id.hex for each in weighed.consents),
        missing=[each.code for each in judgement.missing],
        second_by=ground.second_by if ground and judgement.answer is Answer.SECOND else "",
        told_on=new.told_on,
        tell_before=None if new.told_on else new.tell_before,
        until_on=new.until,
        content_sealed=_sealed(loaded, new, receiver, weighed, judgement, now),
        at=now,
        by_id=loaded.viewer.member_id,
        ground=loaded.acting.ground,
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    row.save(force_insert=True)
    return row


def _sealed(
    loaded: LoadedCase, new: NewDisclosure, receiver: Receiver, weighed: Weighed, judgement: Judgement, now: datetime
) -> bytes:
    """Seal the reasons; for paper also what goes, word for word."""
    paper: list[list[str]] = []
    if receiver.way is Way.OUTSIDE and judgement.answer is not Answer.NO:
        people = [each for each in weighed.offer.people if each.resident.id in weighed.about]
        parts = frozenset(Part(part) for part in new.parts)
        case = loaded.case
        paper = on_paper(loaded.viewer, case.id, case.municipality_id, parts, weighed.notes, people, now=now)
    content = DisclosureContent(
        receiver=receiver.name,
        necessity=new.necessity.strip(),
        least=new.least.strip(),
        route_words=new.route_words.strip(),
        told=new.told.strip(),
        paper=paper,
        despite=new.despite.strip() if weighed.wanted.objecting else "",
    )
    return seal(loaded.case.key, written(content), place=f"{places.DISCLOSURE}:{new.id}")
