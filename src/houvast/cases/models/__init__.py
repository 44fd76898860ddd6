"""The tables of cases."""

from houvast.cases.models.access import Access
from houvast.cases.models.bystanders import Bystander, BystanderTurn
from houvast.cases.models.cases import Case, CaseLink, CaseNumber
from houvast.cases.models.glass import GlassBreak, GlassJudgement
from houvast.cases.models.hand_overs import HandOver, HandOverAnswer, TakeOverAnswer, TakeOverRequest
from houvast.cases.models.histories import PhasePeriod, PhaseReview, Seat
from houvast.cases.models.judging import JudgementRequest, PartnerJudgement
from houvast.cases.models.moments import (
    Checklist,
    CrucialMoment,
    MomentContact,
    MomentItem,
    MomentReport,
    MomentTurn,
)
from houvast.cases.models.moves import MoveAnswer, MoveOffer
from houvast.cases.models.own_words import OwnWords, OwnWordsRead, ResidentQuestion
from houvast.cases.models.people import CaseOrganisation, CaseResident, Note, PassingPermission
from houvast.cases.models.receiving import AftercarePlan, PulseCheck, ReceiverAnswer, ReceiverRequest
from houvast.cases.models.scaling import Closure, FollowUp, Reopening, ScalingDecision, ScalingProposal
from houvast.cases.models.shielding import ClosedCell, LockOut, WithheldHit
from houvast.cases.models.statements import Statement, StatementEnd
from houvast.cases.models.stays import CrossingGround, StayElsewhere, StayTurn

__all__ = [
    "Access",
    "AftercarePlan",
    "Bystander",
    "BystanderTurn",
    "Case",
    "CaseLink",
    "CaseNumber",
    "CaseOrganisation",
    "CaseResident",
    "Checklist",
    "ClosedCell",
    "Closure",
    "CrossingGround",
    "CrucialMoment",
    "FollowUp",
    "GlassBreak",
    "GlassJudgement",
    "HandOver",
    "HandOverAnswer",
    "JudgementRequest",
    "LockOut",
    "MomentContact",
    "MomentItem",
    "MomentReport",
    "MomentTurn",
    "MoveAnswer",
    "MoveOffer",
    "Note",
    "OwnWords",
    "OwnWordsRead",
    "PartnerJudgement",
    "PassingPermission",
    "PhasePeriod",
    "PhaseReview",
    "PulseCheck",
    "ReceiverAnswer",
    "ReceiverRequest",
    "Reopening",
    "ResidentQuestion",
    "ScalingDecision",
    "ScalingProposal",
    "Seat",
    "Statement",
    "StatementEnd",
    "StayElsewhere",
    "StayTurn",
    "TakeOverAnswer",
    "TakeOverRequest",
    "WithheldHit",
]
