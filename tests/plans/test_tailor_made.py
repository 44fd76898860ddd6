"""Tailor-made help: decided alone below the amount, by another above it; and who sees what of it."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Mandate
from houvast.kernel.actor import system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.plans.models import TailorMade
from houvast.plans.rules.figures import Amount
from houvast.plans.rules.tailor_made import (
    Brought,
    NewTailorAnswer,
    RefusalReason,
    Setting,
    SettingKind,
    TailorAnswer,
)
from houvast.plans.selectors import tailor_made as reading
from houvast.plans.selectors.tailor_figures import figures_of_year
from houvast.plans.selectors.tailor_settings import budget_cents, limit_cents, versions
from houvast.plans.services.decide_tailor_made import decide_tailor_made
from houvast.plans.services.set_tailor_made import set_tailor_made
from houvast.plans.services.withdraw_tailor_made import withdraw_tailor_made
from tests.plans.tailoring import HELPED, LARGE, NO_MONEY, SMALL, YES, answer, tailor, tell, withdraw
from tests.plans.worlds import Planned
from tests.worlds import NOW, START

QUARTER, TODAY = date(2027, 2, 22), NOW.date()


def seen(planned: Planned, who: str = "sanne") -> tuple[reading.TailorLine, ...]:
    return reading.of_case(planned.viewer(who), planned.case_id, now=NOW)


def waits(planned: Planned, who: str, until: date = TODAY) -> list[tuple[bool, date]]:
    return [(each.for_answer, each.day) for each in reading.waiting(planned.viewer(who), now=NOW, until=until)]


def give_mandate(planned: Planned, who: str, function: str) -> None:
    member = planned.world.members[who]
    Mandate.objects.create(member=member, function=function, document="Mandaatbesluit", from_at=START)


def test_a_small_amount_is_decided_at_once_by_the_case_director(planned: Planned) -> None:
    tailor(planned, SMALL)
    (line,) = seen(planned)
    assert (line.cents, line.content.what, line.content.effect) == (12_000, "Een bed.", "Hij slaapt weer thuis.")
    assert line.answer is not None
    assert (line.answer.answer, line.answer.cents, line.answer.by) == (
        TailorAnswer.GRANTED,
        12_000,
        planned.world.members["sanne"].name,
    )
    assert line.answer.outcome_on == QUARTER


def test_a_larger_amount_waits_for_who_has_operational_responsibility(planned: Planned) -> None:
    tailor_id = tailor(planned)
    assert waits(planned, "erik") == [(True, date(2026, 11, 30))]
    answer(planned, tailor_id)
    (line,) = seen(planned)
    assert line.answer is not None
    assert (line.answer.cents, line.answer.why, line.answer.by) == (
        50_000,
        "Een gebruikte fiets is genoeg.",
        planned.world.members["erik"].name,
    )
    assert waits(planned, "erik") == []


def test_what_it_brought_is_asked_after_a_quarter_until_it_is_told(planned: Planned) -> None:
    tailor_id = tailor(planned, SMALL)
    assert waits(planned, "sanne") == []
    assert waits(planned, "sanne", QUARTER) == [(False, QUARTER)]
    tell(planned, tailor_id)
    assert waits(planned, "sanne", QUARTER) == []
    (line,) = seen(planned)
    assert line.outcome is not None
    assert (line.outcome.brought, line.outcome.words, line.outcome.cents) == (Brought.HELPED, "Zij werkt weer.", 48_050)


def test_a_refusal_keeps_its_reason_and_has_no_outcome(planned: Planned) -> None:
    tailor_id = tailor(planned)
    answer(planned, tailor_id, NO_MONEY)
    line = reading.one(planned.viewer("sanne"), tailor_id, now=NOW)
    assert line is not None
    assert line.answer is not None
    assert (line.answer.reason, line.answer.why) == (RefusalReason.NO_MONEY, "Het budget is op.")
    with pytest.raises(Conflict):
        tell(planned, tailor_id)


def test_who_decides_sees_what_is_asked_and_not_what_a_director_decided_alone(planned: Planned) -> None:
    tailor(planned, SMALL)
    asked = tailor(planned)
    assert [line.id for line in seen(planned, "erik")] == [asked]
    assert seen(planned, "nadia") == seen(planned, "wiebe") == seen(planned, "privacy") == ()


def test_a_mandate_decides_on_behalf_of_who_may_and_sees_it_until_then(planned: Planned) -> None:
    give_mandate(planned, "bos", "manager-sociaal-domein")
    give_mandate(planned, "iris", "burgemeester")
    tailor(planned, SMALL)
    tailor_id = tailor(planned)
    assert [line.id for line in seen(planned, "bos")] == [tailor_id]
    assert seen(planned, "iris") == ()
    answer(planned, tailor_id, who="bos")
    assert seen(planned, "bos") == ()
    assert seen(planned)[0].answer is not None
    assert [each.answer.on_behalf_of for each in seen(planned) if each.answer and each.id == tailor_id] == [
        "manager-sociaal-domein"
    ]


def test_nobody_decides_a_question_of_their_own(planned: Planned) -> None:
    give_mandate(planned, "sanne", "manager-sociaal-domein")
    tailor_id = tailor(planned)
    with pytest.raises(Refused, match="zelf"):
        answer(planned, tailor_id, who="sanne")


def test_only_a_case_director_decides_alone(planned: Planned) -> None:
    with pytest.raises(Refused):
        tailor(planned, SMALL, "erik")
    with pytest.raises(NotVisible):
        tailor(planned, LARGE, "iris")
    assert Entry.objects.filter(event__startswith="tailor_made.", outcome="refused").count() == 2


@pytest.mark.parametrize("who", ["nadia", "iris", "privacy"])
def test_for_others_it_is_not_there(planned: Planned, who: str) -> None:
    tailor_id = tailor(planned)
    for act in (answer, withdraw, tell):
        with pytest.raises(NotVisible):
            act(planned, tailor_id, who=who)
    refused = Entry.objects.filter(event__startswith="tailor_made.", outcome="refused")
    assert {entry.case for entry in refused} == {planned.case_id}


def test_it_is_answered_once(planned: Planned) -> None:
    tailor_id = tailor(planned)
    withdraw(planned, tailor_id)
    for act in (answer, withdraw):
        with pytest.raises(Conflict):
            act(planned, tailor_id)
    other = tailor(planned)
    with pytest.raises(Conflict):
        answer(planned, other, NewTailorAnswer(TailorAnswer.WITHDRAWN, why="Te laat."))


def test_nothing_is_written_down_twice(planned: Planned) -> None:
    once = new_id()
    tailor(planned, SMALL, tailor_id=once)
    with pytest.raises(Conflict):
        tailor(planned, SMALL, tailor_id=once)
    tell(planned, once)
    with pytest.raises(Conflict):
        tell(planned, once)
    assert TailorMade.objects.count() == 1


def test_what_is_missing_is_told_and_nothing_is_written(planned: Planned) -> None:
    with pytest.raises(Invalid):
        tailor(planned, replace(SMALL, cents=LARGE.cents))
    tailor_id = tailor(planned)
    with pytest.raises(Invalid):
        answer(planned, tailor_id, replace(YES, cents=LARGE.cents and LARGE.cents + 1))
    with pytest.raises(Invalid):
        tell(planned, tailor_id, replace(HELPED, words=""))
    with pytest.raises(Invalid):
        decide_tailor_made(
            actor=planned.world.actor("erik"), now=NOW, tailor_id=tailor_id, new=NewTailorAnswer(TailorAnswer.REFUSED)
        )
    with pytest.raises(Invalid):
        withdraw_tailor_made(actor=planned.world.actor("sanne"), now=NOW, tailor_id=tailor_id, why=" ")
    assert [line.answer for line in seen(planned)] == [None]


def set_to(planned: Planned, setting: Setting, who: str = "beheer") -> None:
    here = planned.world.municipality.id
    set_tailor_made(actor=planned.world.actor(who), now=NOW, municipality_id=here, setting=setting)


def test_the_amount_of_the_municipality_says_who_decides_and_earlier_ones_stay(planned: Planned) -> None:
    here = planned.world.municipality.id
    assert limit_cents(here) == 25_000
    small = tailor(planned, SMALL)
    set_to(planned, Setting(SettingKind.LIMIT, 0, 10_000))
    assert limit_cents(here) == 10_000
    with pytest.raises(Invalid, match="€ 100"):
        tailor(planned, SMALL)
    assert TailorMade.objects.get(pk=small).limit_cents == 25_000
    with pytest.raises(Conflict):
        set_to(planned, Setting(SettingKind.LIMIT, 0, 20_000))
    set_to(planned, Setting(SettingKind.LIMIT, 0, 20_000, number=1))
    assert [(each.setting.cents, each.setting.number) for each in versions(here)] == [(20_000, 2), (10_000, 1)]


def test_only_the_own_administrator_sets_amounts(planned: Planned) -> None:
    budget = Setting(SettingKind.BUDGET, 2026, 500_000)
    with pytest.raises(Refused):
        set_to(planned, budget, "erik")
    with pytest.raises(Invalid):
        set_to(planned, replace(budget, year=2020))
    here = planned.world.municipality.id
    assert budget_cents(here, 2026) is None
    set_tailor_made(actor=system("practice"), now=NOW, municipality_id=here, setting=budget)
    assert budget_cents(here, 2026) == 500_000
    assert versions(here)[0].set_by == ""


def test_a_year_is_counted_without_opening_anything(planned: Planned) -> None:
    tell(planned, tailor(planned, SMALL))
    answer(planned, tailor(planned), NO_MONEY)
    tailor(planned)
    found = figures_of_year(planned.world.municipality.id, 2026)
    assert (found.granted, found.spent) == (Amount(1, 1, 12_000), Amount(1, 1, 48_050))
    assert (found.no_money, found.refused_otherwise) == (Amount(1, 1, 60_000), Amount(0, 0, 0))
    assert figures_of_year(planned.world.municipality.id, 2025).granted == Amount(0, 0, 0)


def test_the_log_says_how_much_and_no_word_of_it(planned: Planned) -> None:
    tailor_id = tailor(planned)
    answer(planned, tailor_id)
    tell(planned, tailor_id)
    told = {
        entry.event: (entry.subject_id, entry.details)
        for entry in Entry.objects.filter(event__startswith="tailor_made.")
    }
    assert told == {
        "tailor_made.asked": (tailor_id, {"cents": 60_000}),
        "tailor_made.decided": (tailor_id, {"answer": "granted", "reason": "", "on_behalf_of": ""}),
        "tailor_made.outcome_recorded": (tailor_id, {"brought": "helped", "cents": 48_050}),
    }
