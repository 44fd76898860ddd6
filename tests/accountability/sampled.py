"""Samples of the log, and raw SQL that breaks each rule about them."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from houvast.accountability.services.draw_sample import draw_sample
from houvast.accountability.services.judge_opening import NewFinding, judge_opening
from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from tests.attacks import Attack, Attacker, Value
from tests.worlds import NOW, World

DAY = timedelta(days=1)
LATER = NOW + DAY
SAMPLE, OPENING = "accountability_sample", "accountability_sampledopening"
FINDING = "accountability_samplefinding"


def reads(world: World, who: str, case: UUID, *, at: datetime = NOW) -> None:
    """Let somebody have read a case, as the log says it."""
    record_read(CASE_READ, actor=world.actor(who), now=at, municipality=world.municipality.id, case=case)


def draw(world: World, *, now: datetime = LATER) -> UUID:
    """Let the privacy officer draw a sample of the day before."""
    day = (now - DAY).date()
    return draw_sample(actor=world.actor("privacy"), now=now, first=day, last=day, wanted=5)


def judge(
    world: World, sample: UUID, outcome: str = "fits", words: str = "", *, number: int = 1, seen: int = 0
) -> None:
    """Let the privacy officer judge what was drawn."""
    new = NewFinding(outcome, words, seen)
    judge_opening(actor=world.actor("privacy"), now=LATER, sample_id=sample, number=number, new=new)


def _copy(table: str, **changes: Value) -> Attack:
    def attack(attacker: Attacker) -> None:
        attacker.forge(table, attacker.rows(f"SELECT * FROM {table} WHERE number = 1")[0], id=uuid4(), **changes)

    return attack


def _own(attacker: Attacker) -> None:
    (opening,) = attacker.rows(f"SELECT * FROM {OPENING}")
    (finding,) = attacker.rows(f"SELECT * FROM {FINDING}")
    attacker.forge(FINDING, finding, id=uuid4(), number=2, by_id=opening["member_id"])


_ELSEWHERE: Value = uuid4()
SAMPLE_ATTACKS: Mapping[str, Attack] = {
    f"{SAMPLE}_follows": _copy(SAMPLE, number=99),
    f"{OPENING}_follows": _copy(OPENING, number=99),
    f"{FINDING}_follows": _copy(FINDING, number=99),
    f"{OPENING}_same_municipality_id": _copy(OPENING, number=2, municipality_id=_ELSEWHERE),
    f"{FINDING}_same_municipality_id": _copy(FINDING, number=2, municipality_id=_ELSEWHERE),
    f"{OPENING}_of_log": _copy(OPENING, number=2, member_id=_ELSEWHERE),
    f"{FINDING}_of_another": _own,
}
