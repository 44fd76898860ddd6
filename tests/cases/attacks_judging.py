"""Attacks on the rules that the database keeps of weighing together."""

from houvast.kernel.ids import new_id
from tests.attacks import Attacker, Value
from tests.cases.attacks import Try, against
from tests.cases.attacks_moments import TABLES, TRIES
from tests.lives import Lives

__all__ = ["TABLES", "TRIES"]


def _decide(attacker: Attacker, lived: Lives, **changes: Value) -> None:
    """Approve the proposal about which somebody has not judged yet."""
    row = attacker.rows("SELECT * FROM cases_scalingdecision WHERE id = %s", lived.approved)[0]
    asked = attacker.rows("SELECT * FROM cases_judgementrequest WHERE id = %s", lived.unanswered)[0]
    own: dict[str, Value] = {"id": new_id(), "case_id": lived.judged, "proposal_id": asked["proposal_id"]}
    attacker.forge("cases_scalingdecision", row, **{**own, **changes})


def _judge(attacker: Attacker, lived: Lives, **changes: Value) -> None:
    """Let the team leader judge as FACT did, but for the changes."""
    row = attacker.rows("SELECT * FROM cases_partnerjudgement")[0]
    attacker.forge("cases_partnerjudgement", row, **{"id": new_id(), "question_id": lived.unanswered, **changes})


@against("cases_scalingdecision_waits")
def it_is_decided_before_all_have_judged(attacker: Attacker, lived: Lives) -> None:
    _decide(attacker, lived, not_waited_sealed=b"")


@against("cases_judgementrequest_undecided")
def somebody_is_asked_about_what_is_decided(attacker: Attacker, lived: Lives) -> None:
    asked = attacker.rows("SELECT * FROM cases_judgementrequest WHERE id = %s", lived.unanswered)[0]
    decided = attacker.rows("SELECT * FROM cases_scalingdecision WHERE id = %s", lived.approved)[0]
    own = {"case_id": decided["case_id"], "proposal_id": decided["proposal_id"]}
    attacker.forge("cases_judgementrequest", asked, id=new_id(), **own)


@against("cases_partnerjudgement_undecided")
def somebody_judges_after_the_decision(attacker: Attacker, lived: Lives) -> None:
    _decide(attacker, lived)
    _judge(attacker, lived)


def _leaving_out(column: str) -> Try:
    return lambda attacker, lived: _judge(attacker, lived, **{column: b""})


for _column in ("risk_sealed", "must_stay_sealed", "why_sealed"):
    against("cases_partnerjudgement_whole")(_leaving_out(_column))


@against("cases_partnerjudgement_whole")
def it_is_not_said_who_judged_outside(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_partnerjudgement")[0]
    attacker.forge("cases_partnerjudgement", row, id=new_id(), spoken_with_sealed=b"")


@against("cases_partnerjudgement_whole")
def it_is_not_said_how_the_judgement_came(attacker: Attacker, lived: Lives) -> None:
    row = attacker.rows("SELECT * FROM cases_partnerjudgement")[0]
    attacker.forge("cases_partnerjudgement", row, id=new_id(), channel="")
