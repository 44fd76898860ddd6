"""What was written in cases while they were led, for who asks to see it (AVG art. 15): each table in its own words."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from houvast.cases.models import (
    AftercarePlan,
    BystanderTurn,
    CaseLink,
    Closure,
    CrucialMoment,
    FollowUp,
    GlassBreak,
    GlassJudgement,
    HandOver,
    HandOverAnswer,
    MomentContact,
    MomentItem,
    MomentReport,
    MomentTurn,
    MoveAnswer,
    MoveOffer,
    OwnWords,
    OwnWordsRead,
    PartnerJudgement,
    PassingPermission,
    PhasePeriod,
    PhaseReview,
    PulseCheck,
    ReceiverAnswer,
    ReceiverRequest,
    Reopening,
    ResidentQuestion,
    ScalingDecision,
    ScalingProposal,
    Seat,
    Statement,
    StatementEnd,
    StayElsewhere,
    StayTurn,
    TakeOverAnswer,
    TakeOverRequest,
)
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.vault.held_rows import Told, held_rows

_CASE = HeldKind.CASE
_WHY = {"reason": "Waarom"}


def _by(who: str) -> str:
    return f"{who}__organisation__name"


_PHASE = Told(_CASE, "AVE-fase", "since", _by("begun_by"), plain={"phase": "Fase"})
_REVIEW = Told(
    _CASE,
    "Opnieuw naar de fase gekeken",
    "reviewed_at",
    _by("reviewed_by"),
    texts={"weighed": "Wat is afgewogen", "why_not_asked": "Waarom u niets is gevraagd"},
)
_SEAT = Told(_CASE, "Wie een plek kreeg", "since", _by("set_by"), texts=_WHY)
_LINK = Told(_CASE, "Gekoppeld aan een andere casus", "linked_at", _by("linked_by"), texts=_WHY)
_HAND_OVER = Told(_CASE, "Overdracht gevraagd", "asked_at", _by("asked_by"), texts=_WHY)
_HANDED_OVER = Told(
    _CASE,
    "Antwoord op een overdracht",
    "answered_at",
    _by("answered_by"),
    texts=_WHY,
    case="hand_over__case",
    key="hand_over__case__key",
)
_TAKE_OVER = Told(_CASE, "Een team gevraagd over te nemen", "asked_at", _by("asked_by"), texts=_WHY)
_TAKEN_OVER = Told(
    _CASE,
    "Antwoord van het team",
    "answered_at",
    _by("answered_by"),
    texts={"advice": "Advies"},
    case="request__case",
    key="request__case__key",
)
_PROPOSAL = Told(
    _CASE,
    "Voorstel om op of af te schalen",
    "proposed_at",
    _by("proposed_by"),
    texts={**_WHY, "children": "Over de kinderen", "local_attempts": "Wat al is geprobeerd"},
    plain={"from_phase": "Van fase", "to_phase": "Naar fase"},
)
_JUDGEMENT = Told(
    _CASE,
    "Wat een partner van een voorstel vindt",
    "recorded_at",
    "question__organisation__name",
    texts={"risk": "Risico", "must_stay": "Wat moet blijven", "why": "Waarom"},
)
_DECISION = Told(
    _CASE,
    "Besluit over de fase",
    "recorded_at",
    _by("decided_by"),
    texts={**_WHY, "children": "Over de kinderen", "not_waited": "Waarom niet is gewacht"},
    plain={"decided_on": "Besloten op"},
)
_FOLLOW_UP = Told(_CASE, "Wat na een besluit is gedaan", "recorded_at", _by("recorded_by"), texts={"text": "Wat"})
_CLOSURE = Told(_CASE, "Dossier gesloten", "closed_at", _by("closed_by"), texts=_WHY)
_REOPENING = Told(_CASE, "Dossier heropend", "reopened_at", _by("reopened_by"), texts=_WHY)
_RECEIVER = Told(
    _CASE,
    "Gevraagd om het over te nemen",
    "asked_at",
    _by("asked_by"),
    plain={"organisation__name": "Organisatie"},
    finds=Findable.HELPERS,
)
_RECEIVED = Told(
    _CASE,
    "Antwoord van wie het overneemt",
    "answered_at",
    _by("answered_by"),
    texts=_WHY,
    case="question__case",
    key="question__case__key",
)
_AFTERCARE = Told(
    _CASE,
    "Nazorg",
    "made_at",
    _by("made_by"),
    texts={"what": "Wat nog gebeurt", "signs": "Waaraan men merkt dat het misgaat"},
    plain={"check_on": "Wanneer men weer kijkt"},
)
_PULSE = Told(_CASE, "Gekeken hoe het gaat", "recorded_at", _by("recorded_by"), texts={"text": "Hoe het gaat"})
_MOMENT = Told(
    _CASE,
    "Cruciaal moment",
    "planned_at",
    _by("planned_by"),
    texts={"about": "Waar het om gaat"},
    finds=Findable.APPOINTMENTS,
)
_TURN = Told(
    _CASE,
    "Verloop van een moment",
    "recorded_at",
    _by("recorded_by"),
    texts=_WHY,
    plain={"on_date": "Verwacht op"},
    finds=Findable.APPOINTMENTS,
)
_CONTACT = Told(
    _CASE,
    "Wie bij een moment te bellen is",
    "recorded_at",
    _by("recorded_by"),
    plain={"organisation_name": "Organisatie"},
    finds=Findable.HELPERS,
)
_ITEM = Told(
    _CASE,
    "Te doen bij een moment",
    "added_at",
    _by("added_by"),
    texts={"text": "Wat", "who": "Wie dat doet"},
    finds=Findable.APPOINTMENTS,
)
_REPORT = Told(
    _CASE, "Wat er van kwam", "recorded_at", _by("recorded_by"), texts={"text": "Wat"}, finds=Findable.APPOINTMENTS
)
_MOVE = Told(
    _CASE,
    "Verhuizing naar een andere gemeente",
    "offered_at",
    _by("offered_by"),
    texts={"ground_words": "Grond", "summary": "Wat is verteld"},
    plain={"to_municipality__name": "Gemeente"},
    finds=Findable.PLACE,
)
_MOVED = Told(
    _CASE,
    "Antwoord van de andere gemeente",
    "answered_at",
    _by("answered_by"),
    texts=_WHY,
    case="offer__case",
    key="offer__case__key",
    finds=Findable.PLACE,
)
_STAY = Told(
    _CASE,
    "Verblijf in een andere gemeente",
    "agreed_at",
    _by("agreed_by"),
    texts={"ground_words": "Grond", "agreement": "Wie doet wat", "pays": "Wie betaalt"},
    plain={"host__name": "Gemeente", "from_on": "Vanaf"},
    finds=Findable.PLACE,
)
_STAYED = Told(
    _CASE,
    "Verloop van een verblijf",
    "recorded_at",
    _by("recorded_by"),
    texts=_WHY,
    plain={"until_on": "Tot"},
    finds=Findable.PLACE,
)
_STATEMENT = Told(
    HeldKind.ASKED,
    "Wat u zelf zegt van wat er staat",
    "at",
    _by("by"),
    texts={"words": "In uw woorden"},
    coded={"kind": ("Soort", Statement.Kind), "about": ("Staat bij", Statement.About)},
)
_STATEMENT_OF_ANOTHER = replace(_STATEMENT, title="Wat een ander zegt van wat er staat", finds=Findable.PLACE)
"""Somebody of the same case may be afraid of who asks, and say so: where a shield holds it stays out whole."""
_SETTLED = Told(
    HeldKind.ASKED,
    "Afgehandeld wat u vroeg",
    "at",
    _by("by"),
    coded={"statement__kind": ("Soort", Statement.Kind)},
)
_OWN_WORDS = Told(
    HeldKind.ASKED,
    "Wat op de eigen pagina is geschreven",
    "at",
    "municipality__name",
    texts={"by": "Wie", "stood": "Waarover", "words": "In eigen woorden"},
)
_WORDS_OF_ANOTHER = replace(_OWN_WORDS, title="Wat een ander op de eigen pagina schreef", finds=Findable.PLACE)
"""It may say where the other is, or that they are afraid: who must not find them gets none of it, of whatever day."""
_WORDS_READ = Told(HeldKind.ASKED, "Gelezen wat op de eigen pagina staat", "at", _by("by"), plain={"at": "Op"})
_RESIDENT_ASKED = Told(HeldKind.ASKED, "Wat u is gevraagd", "at", _by("by"), texts={"question": "De vraag"})
_ASKED_OF_ANOTHER = replace(_RESIDENT_ASKED, title="Wat een ander is gevraagd", finds=Findable.PLACE)
_PASSING = Told(
    HeldKind.NOTE,
    "Een notitie mocht worden doorgegeven",
    "given_at",
    _by("given_by"),
    plain={"organisation__name": "Aan"},
)
_NEAR = Told(
    HeldKind.NOTE,
    "Wat is vastgelegd met iemand uit de buurt",
    "at",
    _by("by"),
    texts={"text": "Wat"},
    coded={"kind": ("Soort", BystanderTurn.Kind)},
)
_GLASS = Told(HeldKind.LOOKED, "Noodtoegang tot uw dossier", "at", _by("member"), texts=_WHY)
_JUDGED = Told(HeldKind.LOOKED, "Oordeel over noodtoegang", "at", _by("by"), texts={"words": "Oordeel"})


def held_course(ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give how cases went: phases, seats, decisions and what was agreed; each table in one query."""
    return (
        *held_rows(PhasePeriod.objects.filter(case__in=ids), _PHASE),
        *held_rows(PhaseReview.objects.filter(case__in=ids), _REVIEW),
        *held_rows(ScalingProposal.objects.filter(case__in=ids), _PROPOSAL),
        *held_rows(PartnerJudgement.objects.filter(case__in=ids), _JUDGEMENT),
        *held_rows(ScalingDecision.objects.filter(case__in=ids), _DECISION),
        *held_rows(FollowUp.objects.filter(case__in=ids), _FOLLOW_UP),
        *held_rows(Seat.objects.filter(case__in=ids), _SEAT),
        *held_rows(HandOver.objects.filter(case__in=ids), _HAND_OVER),
        *held_rows(HandOverAnswer.objects.filter(hand_over__case__in=ids), _HANDED_OVER),
        *held_rows(TakeOverRequest.objects.filter(case__in=ids), _TAKE_OVER),
        *held_rows(TakeOverAnswer.objects.filter(request__case__in=ids), _TAKEN_OVER),
        *held_rows(ReceiverRequest.objects.filter(case__in=ids), _RECEIVER),
        *held_rows(ReceiverAnswer.objects.filter(question__case__in=ids), _RECEIVED),
        *held_rows(AftercarePlan.objects.filter(case__in=ids), _AFTERCARE),
        *held_rows(PulseCheck.objects.filter(case__in=ids), _PULSE),
        *held_rows(Closure.objects.filter(case__in=ids), _CLOSURE),
        *held_rows(Reopening.objects.filter(case__in=ids), _REOPENING),
        *held_rows(CaseLink.objects.filter(case__in=ids), _LINK),
        *_held_moments(ids),
        *_held_elsewhere(ids),
    )


def held_breaks(ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give that a case was opened in an emergency, and what was said of that."""
    return (
        *held_rows(GlassBreak.objects.filter(case__in=ids), _GLASS),
        *held_rows(GlassJudgement.objects.filter(case__in=ids), _JUDGED),
    )


def held_statements(resident_id: UUID, ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what somebody said of what is held, and what others of the same cases did; each in one query."""
    rows = Statement.objects.filter(case__in=ids)
    own = rows.filter(resident=resident_id)
    return (
        *held_rows(own, _STATEMENT),
        *held_rows(StatementEnd.objects.filter(statement__in=own), _SETTLED),
        *held_rows(rows.exclude(pk__in=own.values("pk")), _STATEMENT_OF_ANOTHER),
    )


def held_own_words(resident_id: UUID, ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what somebody wrote and was asked, with who read it, and that of others in the same cases; a query each."""
    rows = OwnWords.objects.filter(case__in=ids)
    asked = ResidentQuestion.objects.filter(case__in=ids)
    own = rows.filter(resident=resident_id, is_resident=True)
    return (
        *held_rows(own, _OWN_WORDS),
        *held_rows(OwnWordsRead.objects.filter(own_words__in=own), _WORDS_READ),
        *held_rows(rows.exclude(pk__in=own.values("pk")), _WORDS_OF_ANOTHER),
        *held_rows(asked.filter(resident=resident_id), _RESIDENT_ASKED),
        *held_rows(asked.exclude(resident=resident_id), _ASKED_OF_ANOTHER),
    )


def held_near(ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give what was recorded with people who live near, without who they are; nothing of who spoke in confidence."""
    return held_rows(BystanderTurn.objects.filter(case__in=ids, bystander__confidential=False), _NEAR)


def held_passing(ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give to which organisations notes might be passed on."""
    return held_rows(PassingPermission.objects.filter(case__in=ids), _PASSING)


def _held_moments(ids: Collection[UUID]) -> tuple[Held, ...]:
    return (
        *held_rows(CrucialMoment.objects.filter(case__in=ids), _MOMENT),
        *held_rows(MomentTurn.objects.filter(case__in=ids), _TURN),
        *held_rows(MomentContact.objects.filter(case__in=ids), _CONTACT),
        *held_rows(MomentItem.objects.filter(case__in=ids), _ITEM),
        *held_rows(MomentReport.objects.filter(case__in=ids), _REPORT),
    )


def _held_elsewhere(ids: Collection[UUID]) -> tuple[Held, ...]:
    return (
        *held_rows(MoveOffer.objects.filter(case__in=ids), _MOVE),
        *held_rows(MoveAnswer.objects.filter(offer__case__in=ids), _MOVED),
        *held_rows(StayElsewhere.objects.filter(case__in=ids), _STAY),
        *held_rows(StayTurn.objects.filter(case__in=ids), _STAYED),
    )
