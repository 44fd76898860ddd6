"""Seeing: one function per table gives the rows that a viewer may see at a moment. No read goes round it (ADR 0004).

Every scope reads the access table only, and compares its dates with `now` in the query: what was withdrawn is gone
everywhere in the same second.
"""

from datetime import datetime, timedelta
from functools import lru_cache, partial
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, Q, QuerySet

from houvast.cases.models import (
    Access,
    AftercarePlan,
    Case,
    CaseLink,
    CaseOrganisation,
    CaseResident,
    ClosedCell,
    Closure,
    CrucialMoment,
    FollowUp,
    GlassBreak,
    GlassJudgement,
    HandOver,
    JudgementRequest,
    LockOut,
    MomentContact,
    MomentItem,
    MomentReport,
    MomentTurn,
    MoveAnswer,
    MoveOffer,
    Note,
    PassingPermission,
    PhasePeriod,
    PhaseReview,
    PulseCheck,
    ReceiverRequest,
    Reopening,
    ScalingDecision,
    ScalingProposal,
    Seat,
    StayElsewhere,
    StayTurn,
    TakeOverRequest,
    WithheldHit,
)
from houvast.cases.rules.matrix import LEADING, Part, Relation
from houvast.cases.rules.moments import CARE_MOMENTS
from houvast.cases.scopes_shielding import closed, locked_out_of
from houvast.cases.scopes_written import Written, headed, read_whole
from houvast.directory.viewer import Viewer

Row = TypeVar("Row", bound=Model)

TOLD_FOR = timedelta(days=7)
"""How long who was asked to decide is told what somebody else decided, after their sight of the case ended."""


def access(viewer: Viewer, *, now: datetime) -> QuerySet[Access]:
    """Give the reasons that hold now for this viewer: as a member, a stand-in, part of a team or of an organisation.

    None of a case from which the viewer is locked out, and none for a part that its municipality closed to the role.
    """
    return _reasons(viewer, now).all()


@lru_cache(maxsize=64)
def _reasons(viewer: Viewer, now: datetime) -> QuerySet[Access]:
    """Build the question once: a page asks through it some thirty times. It holds conditions, never rows."""
    who = (
        Q(member_id__in=viewer.member_ids) | Q(team_id__in=viewer.team_ids) | Q(organisation_id=viewer.organisation_id)
    )
    begun = Q(from_at__lte=now)
    not_over = Q(until_at__isnull=True) | Q(until_at__gt=now)
    not_withdrawn = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=now)
    return (
        Access.objects.filter(who, begun, not_over, not_withdrawn)
        .exclude(case_id__in=locked_out_of(viewer, now))
        .exclude(Exists(closed(now)))
    )


def seen(viewer: Viewer, *conditions: Q, now: datetime, column: str = "case_id") -> Written:
    """Give a column of the reasons of a viewer as a question to stand in another (`case_id__in=seen(…)`).

    It is the SQL of `access`, written once a request: a page asks through it some forty times, and to have Django build
    and write the same question each time took longer than the database did.
    """
    return _written(viewer, now, conditions, column)


@lru_cache(maxsize=512)
def _written(viewer: Viewer, now: datetime, conditions: tuple[Q, ...], column: str) -> Written:
    return Written(*access(viewer, now=now).filter(*conditions).values(column).query.sql_with_params())


def cases_seen(viewer: Viewer, *parts: Part, now: datetime) -> Written:
    """Give the ids of the cases of which the viewer sees one of these parts, as a question to stand in another."""
    return seen(viewer, Q(part__in=parts) if len(parts) > 1 else Q(part=parts[0]), now=now)


def lock_outs(viewer: Viewer, *, now: datetime) -> QuerySet[LockOut]:
    """Give who is locked out of the cases that the viewer leads: the one who is locked out never sees that."""
    return LockOut.objects.filter(case_id__in=_led(viewer, now))


def withheld_hits(viewer: Viewer, *, now: datetime) -> QuerySet[WithheldHit]:
    """Give which of the cases that the viewer leads give no hit, and why."""
    return WithheldHit.objects.filter(case_id__in=_led(viewer, now))


def _led(viewer: Viewer, now: datetime) -> Written:
    """Give the cases that the viewer leads."""
    return seen(viewer, Q(part=Part.PEOPLE, relation__in=LEADING), now=now)


def glass_breaks(viewer: Viewer, *, now: datetime) -> QuerySet[GlassBreak]:
    """Give who broke the glass of the cases that the viewer leads, and why."""
    return GlassBreak.objects.filter(case_id__in=_led(viewer, now))


def glass_judgements(viewer: Viewer, *, now: datetime) -> QuerySet[GlassJudgement]:
    """Give what was said of breaking the glass in the cases that the viewer leads."""
    return GlassJudgement.objects.filter(case_id__in=_led(viewer, now))


def logged_glass_breaks(viewer: Viewer) -> QuerySet[GlassBreak]:
    """Give a privacy officer who broke the glass in their municipality and when: never why, and nothing of the case."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    rows = GlassBreak.objects.defer("reason_sealed", "tried_sealed")
    return rows.filter(municipality_id=own) if own else rows.none()


def logged_glass_judgements(viewer: Viewer) -> QuerySet[GlassJudgement]:
    """Give a privacy officer whether that was right and who said so: never in which words."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    rows = GlassJudgement.objects.defer("words_sealed")
    return rows.filter(municipality_id=own) if own else rows.none()


def closed_cells(municipality_id: UUID) -> QuerySet[ClosedCell]:
    """Give what a municipality closed in the table of who sees what: a list without people, for everybody."""
    return ClosedCell.objects.filter(municipality_id=municipality_id)


def looked_after(viewer: Viewer, *, now: datetime) -> QuerySet[Access]:
    """Give the reasons by which the viewer sees cases that they led and nobody leads now: until it goes well."""
    return access(viewer, now=now).filter(relation=Relation.AFTERCARE)


def cases(viewer: Viewer, *, part: Part, now: datetime) -> QuerySet[Case]:
    """Give the cases of which the viewer may see a part."""
    return Case.objects.filter(pk__in=cases_seen(viewer, part, now=now))


def logged_cases(viewer: Viewer) -> QuerySet[Case]:
    """Give the cases of which a privacy officer reads the number beside an entry of the log: it opens none of them."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    return Case.objects.filter(municipality_id=own) if own else Case.objects.none()


def _within(rows: QuerySet[Row], viewer: Viewer, part: Part, now: datetime) -> QuerySet[Row]:
    return rows.filter(case_id__in=cases_seen(viewer, part, now=now))


def seats(viewer: Viewer, *, now: datetime) -> QuerySet[Seat]:
    """Give the seats, present and past, of visible cases."""
    return _within(Seat.objects.all(), viewer, Part.BAND, now)


def phase_periods(viewer: Viewer, *, now: datetime) -> QuerySet[PhasePeriod]:
    """Give the phases, present and past, of visible cases."""
    return _within(PhasePeriod.objects.all(), viewer, Part.BAND, now)


def review_headings(viewer: Viewer, *, now: datetime) -> QuerySet[PhaseReview]:
    """Give when somebody looked again at the phase of visible cases, and the next time: never what they wrote."""
    rows = PhaseReview.objects.defer("weighed_sealed", "why_not_asked_sealed")
    return _within(rows, viewer, Part.BAND, now)


def reviews(viewer: Viewer, *, now: datetime) -> QuerySet[PhaseReview]:
    """Give how the phase was weighed again, in cases whose decisions the viewer may see."""
    return _within(PhaseReview.objects.all(), viewer, Part.DECISIONS, now)


def links(viewer: Viewer, *, now: datetime) -> QuerySet[CaseLink]:
    """Give the links of visible cases, from either side."""
    visible = cases_seen(viewer, Part.BAND, now=now)
    return CaseLink.objects.filter(Q(case_id__in=visible) | Q(other_id__in=visible))


def linked_cases(viewer: Viewer, case_id: UUID, *, now: datetime) -> QuerySet[Case]:
    """Give the cases linked to a visible case, for saying who leads them and no more than that."""
    rows = links(viewer, now=now).filter(Q(case_id=case_id) | Q(other_id=case_id))
    seen = access(viewer, now=now).filter(part=Part.BAND, case_id=case_id)
    either = Q(pk__in=rows.values("case_id")) | Q(pk__in=rows.values("other_id"))
    return Case.objects.filter(either, Exists(seen)).exclude(pk=case_id)


def residents(viewer: Viewer, *, now: datetime) -> QuerySet[CaseResident]:
    """Give who the visible cases are about."""
    return _within(CaseResident.objects.all(), viewer, Part.PEOPLE, now)


def organisations(viewer: Viewer, *, now: datetime) -> QuerySet[CaseOrganisation]:
    """Give the organisations around visible cases."""
    return _within(CaseOrganisation.objects.all(), viewer, Part.ORGANISATIONS, now)


def hand_overs(viewer: Viewer, *, now: datetime) -> QuerySet[HandOver]:
    """Give the hand-overs of visible cases, and those that ask this viewer."""
    visible = cases_seen(viewer, Part.BAND, now=now)
    rows = HandOver.objects.filter(Q(case_id__in=visible) | Q(to_member_id__in=viewer.member_ids))
    return rows.exclude(case_id__in=locked_out_of(viewer, now))


def take_over_requests(viewer: Viewer, *, now: datetime) -> QuerySet[TakeOverRequest]:
    """Give the requests to take a visible case over."""
    return _within(TakeOverRequest.objects.all(), viewer, Part.BAND, now)


def _parties(viewer: Viewer, now: datetime, asked: Q) -> Q:
    """Say who reads the words of a question in a visible case: who asked, who was `asked`, and who leads the case."""
    visible = Q(case_id__in=cases_seen(viewer, Part.BAND, now=now))
    leads = Q(case_id__in=cases_seen(viewer, Part.GENERAL_NOTES, now=now))
    return visible & (leads | asked | Q(asked_by_id__in=viewer.member_ids))


def hand_over_words(viewer: Viewer, *, now: datetime) -> QuerySet[HandOver]:
    """Give the hand-overs of which the viewer may read what was written, with the answer."""
    return HandOver.objects.filter(_parties(viewer, now, Q(to_member_id__in=viewer.member_ids)))


def take_over_words(viewer: Viewer, *, now: datetime) -> QuerySet[TakeOverRequest]:
    """Give the questions to teams of which the viewer may read what was written, with the advice."""
    return TakeOverRequest.objects.filter(_parties(viewer, now, Q(to_team_id__in=viewer.team_ids)))


def proposals(viewer: Viewer, *, now: datetime) -> QuerySet[ScalingProposal]:
    """Give the scaling proposals of cases whose decisions the viewer may see, and those that the viewer must decide."""
    return _within(ScalingProposal.objects.all(), viewer, Part.DECISIONS, now)


def judgement_requests(viewer: Viewer, *, now: datetime) -> QuerySet[JudgementRequest]:
    """Give who was asked to judge in cases whose decisions the viewer may see, and the questions put to this viewer."""
    asked = seen(viewer, Q(part=Part.JUDGEMENT), now=now, column="source_id")
    decided = cases_seen(viewer, Part.DECISIONS, now=now)
    return JudgementRequest.objects.filter(Q(case_id__in=decided) | Q(pk__in=asked))


def decisions(viewer: Viewer, *, now: datetime) -> QuerySet[ScalingDecision]:
    """Give the decisions on scaling that the viewer may see."""
    return _within(ScalingDecision.objects.all(), viewer, Part.DECISIONS, now)


def answers(viewer: Viewer, *, now: datetime) -> QuerySet[ScalingDecision]:
    """Give what was answered to what this viewer was asked or scaled urgently until lately: who, what and when.

    Never why, and nothing else of the case: the reason to see it was withdrawn when somebody answered.
    """
    asked = Access.objects.filter(
        member_id__in=viewer.member_ids,
        relation__in=[Relation.DECIDER, Relation.SCALED_URGENTLY],
        withdrawn_at__lte=now,
        withdrawn_at__gt=now - TOLD_FOR,
    ).values("source_id")
    first = Q(number=1, proposal_id__in=asked)
    urgent = ScalingDecision.objects.filter(pk__in=asked, outcome=ScalingDecision.Outcome.URGENT)
    second = Q(number=2, proposal_id__in=urgent.values("proposal_id"))
    told = ScalingDecision.objects.filter(first | second).exclude(case_id__in=locked_out_of(viewer, now))
    return told.defer("reason_sealed", "channel", "document")


def follow_ups(viewer: Viewer, *, now: datetime) -> QuerySet[FollowUp]:
    """Give what followed the decisions that the viewer may see."""
    return _within(FollowUp.objects.all(), viewer, Part.DECISIONS, now)


def closures(viewer: Viewer, *, now: datetime) -> QuerySet[Closure]:
    """Give why visible cases were closed."""
    return _within(Closure.objects.all(), viewer, Part.DECISIONS, now)


def _receives(viewer: Viewer, now: datetime) -> Written:
    """Give the questions by which the viewer sees a case because they were asked to take it over."""
    return seen(viewer, Q(relation=Relation.RECEIVER, part=Part.AFTERCARE), now=now, column="source_id")


def _watched(viewer: Viewer, now: datetime) -> Q:
    """Say of which cases the viewer sees all aftercare there was."""
    return Q(case_id__in=seen(viewer, Q(part=Part.AFTERCARE) & ~Q(relation=Relation.RECEIVER), now=now))


def receiver_requests(viewer: Viewer, *, now: datetime) -> QuerySet[ReceiverRequest]:
    """Give who was asked to take over, in cases of which the viewer sees the aftercare; and one's own questions."""
    own = Q(pk__in=_receives(viewer, now))
    return ReceiverRequest.objects.filter(_watched(viewer, now) | own)


def aftercare_plans(viewer: Viewer, *, now: datetime) -> QuerySet[AftercarePlan]:
    """Give the aftercare that the viewer sees; a receiver that of the phase in which they were asked."""
    asked = ReceiverRequest.objects.filter(pk__in=_receives(viewer, now))
    return AftercarePlan.objects.filter(_watched(viewer, now) | Q(period_id__in=asked.values("period_id")))


def pulse_checks(viewer: Viewer, *, now: datetime) -> QuerySet[PulseCheck]:
    """Give how it went since, in cases of which the viewer sees all aftercare: not for who received one."""
    return PulseCheck.objects.filter(_watched(viewer, now))


def reopenings(viewer: Viewer, *, now: datetime) -> QuerySet[Reopening]:
    """Give why visible cases were opened again."""
    return _within(Reopening.objects.all(), viewer, Part.DECISIONS, now)


def notes(viewer: Viewer, *, now: datetime) -> QuerySet[Note]:
    """Give the notes that the viewer may read whole, and the single ones that were shared with them."""
    single = seen(viewer, Q(part=Part.NOTE, note__isnull=False), now=now, column="note_id")
    whole = read_whole(partial(cases_seen, viewer, now=now), viewer, by="author_id")
    return Note.objects.filter(whole | Q(pk__in=single))


def passing_permissions(viewer: Viewer, *, now: datetime) -> QuerySet[PassingPermission]:
    """Give to whom the notes that the viewer may read may be passed on."""
    return PassingPermission.objects.filter(note_id__in=notes(viewer, now=now).values("pk"))


def note_headings(viewer: Viewer, *, now: datetime) -> QuerySet[Note]:
    """Give the notes of which the viewer may know that they exist, who wrote them and when: never their text."""
    return Note.objects.filter(headed(partial(cases_seen, viewer, now=now))).defer("text_sealed")


def moments(viewer: Viewer, *, now: datetime) -> QuerySet[CrucialMoment]:
    """Give the moments of visible cases: those that say that somebody is ill on a ground for care only."""
    care = Q(kind__in=CARE_MOMENTS)
    other = Q(case_id__in=cases_seen(viewer, Part.MOMENTS, now=now))
    on_care = Q(case_id__in=cases_seen(viewer, Part.CARE_MOMENTS, now=now))
    return CrucialMoment.objects.filter((~care & other) | (care & on_care))


def moment_turns(viewer: Viewer, *, now: datetime) -> QuerySet[MomentTurn]:
    """Give how visible moments went."""
    return MomentTurn.objects.filter(moment__in=moments(viewer, now=now))


def moment_contacts(viewer: Viewer, *, now: datetime) -> QuerySet[MomentContact]:
    """Give whom to call around visible moments."""
    return MomentContact.objects.filter(moment__in=moments(viewer, now=now))


def moment_items(viewer: Viewer, *, now: datetime) -> QuerySet[MomentItem]:
    """Give the items of visible moments, and those that the viewer holds."""
    held = seen(viewer, Q(relation=Relation.ITEM_HOLDER), now=now, column="source_id")
    return MomentItem.objects.filter(Q(moment__in=moments(viewer, now=now)) | Q(pk__in=held))


def moment_reports(viewer: Viewer, *, now: datetime) -> QuerySet[MomentReport]:
    """Give what was said of the items that the viewer may see."""
    return MomentReport.objects.filter(moment_item__in=moment_items(viewer, now=now))


def stays(viewer: Viewer, *, now: datetime) -> QuerySet[StayElsewhere]:
    """Give the stays elsewhere of cases whose agreements the viewer may see; a host sees the one by which it hosts."""
    part, host = Q(part=Part.STAY), Q(relation=Relation.HOST)
    led = seen(viewer, part & ~host, now=now)
    hosted = seen(viewer, part & host, now=now, column="source_id")
    return StayElsewhere.objects.filter(Q(case_id__in=led) | Q(pk__in=hosted))


def stay_turns(viewer: Viewer, *, now: datetime) -> QuerySet[StayTurn]:
    """Give how visible stays went."""
    return StayTurn.objects.filter(stay__in=stays(viewer, now=now))


def move_offers(viewer: Viewer, *, now: datetime) -> QuerySet[MoveOffer]:
    """Give the offers of cases that the viewer leads; who is asked to receive one sees that one while it is open."""
    part, receives = Q(part=Part.MOVE), Q(relation=Relation.ASKED_TO_RECEIVE)
    led = seen(viewer, part & ~receives, now=now)
    asked = seen(viewer, part & receives, now=now, column="source_id")
    return MoveOffer.objects.filter(Q(case_id__in=led) | Q(pk__in=asked))


def received_moves(viewer: Viewer, *, now: datetime) -> QuerySet[MoveAnswer]:
    """Give what came over with the cases that the viewer leads. It says nothing of the case that it came from."""
    led = seen(viewer, Q(part=Part.MOVE) & ~Q(relation=Relation.ASKED_TO_RECEIVE), now=now)
    return MoveAnswer.objects.filter(new_case_id__in=led)
