"""Limits: recorded, ended and told by who leads; compulsory care for who may see care; Mijn werk asks in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Access
from houvast.desk.rules.work import Cause
from houvast.desk.selectors.work import work
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.plans.models import Limit
from houvast.plans.rules.limits import Measure
from houvast.plans.selectors import limits
from houvast.plans.services.end_limit import end_limit
from houvast.plans.services.record_limit import record_limit
from houvast.plans.services.tell_of_limit import tell_of_limit
from tests.plans.worlds import NOT_TOLD, TOLD, Planned
from tests.worlds import NOW

CARE = replace(TOLD, kind=Measure.COMPULSORY_CARE)
LATER = replace(TOLD, ends_on=date(2027, 1, 20))


def the_limit(planned: Planned) -> limits.LimitLine:
    (line,) = limits.of_case(planned.viewer("sanne"), planned.case_id, now=NOW)
    return line


def without_care(planned: Planned) -> None:
    """Take from everybody that they see care, as for somebody of public order who leads a case."""
    Access.objects.filter(case_id=planned.case_id, part__in=("care_notes", "care_summary")).update(withdrawn_at=NOW)


def test_a_limit_stands_with_its_ground_its_period_and_what_the_resident_knows(planned: Planned) -> None:
    planned.limit()
    line = the_limit(planned)
    assert (line.kind, line.content.what, line.content.law) == (Measure.AREA_BAN, TOLD.what, TOLD.law)
    assert (line.starts_on, line.ends_on, line.told_on, line.told) == (*_period(), date(2026, 11, 2), TOLD.told)
    assert line.holds(date(2026, 12, 1))
    assert not line.holds(date(2026, 12, 2))


def _period() -> tuple[date, date]:
    return date(2026, 11, 1), date(2026, 12, 1)


def test_what_was_told_later_and_that_it_ended_stand_beside_it(planned: Planned) -> None:
    limit_id = planned.limit(NOT_TOLD)
    assert (the_limit(planned).told_on, the_limit(planned).told) == (None, NOT_TOLD.told)
    planned.tell(limit_id)
    planned.end(limit_id)
    line = limits.one(planned.viewer("sanne"), limit_id, now=NOW)
    assert line is not None
    assert (line.told_on, line.told) == (date(2026, 11, 20), "Met zijn zus erbij.")
    assert (line.ended_on, line.why_ended, line.holds(date(2026, 11, 24))) == (
        date(2026, 11, 20),
        "Het is rustig.",
        False,
    )


def test_what_ended_stands_below_what_holds(planned: Planned) -> None:
    planned.end(planned.limit())
    standing = planned.limit(LATER)
    lines = limits.of_case(planned.viewer("sanne"), planned.case_id, now=NOW)
    assert [line.holds(NOW.date()) for line in lines] == [True, False]
    assert lines[0].id == standing


def test_nothing_is_recorded_twice(planned: Planned) -> None:
    once, sanne = new_id(), planned.world.actor("sanne")
    record_limit(actor=sanne, now=NOW, case_id=planned.case_id, new=TOLD, limit_id=once)
    with pytest.raises(Conflict):
        record_limit(actor=sanne, now=NOW, case_id=planned.case_id, new=TOLD, limit_id=once)
    with pytest.raises(Conflict, match="weet"):
        planned.tell(once)
    planned.end(once)
    with pytest.raises(Conflict, match="al beëindigd"):
        planned.end(once)
    assert Limit.objects.count() == 1


def test_what_is_missing_is_told_and_nothing_is_written(planned: Planned) -> None:
    with pytest.raises(Invalid):
        planned.limit(replace(TOLD, law=""))
    limit_id, sanne = planned.limit(NOT_TOLD), planned.world.actor("sanne")
    with pytest.raises(Invalid):
        end_limit(actor=sanne, now=NOW, limit_id=limit_id, ended_on=None, why="")
    with pytest.raises(Invalid):
        tell_of_limit(actor=sanne, now=NOW, limit_id=limit_id, told_on=None, told="")
    assert (the_limit(planned).ended_on, the_limit(planned).told_on) == (None, None)


@pytest.mark.parametrize(("who", "why"), [("erik", Refused), ("iris", NotVisible), ("privacy", NotVisible)])
def test_only_who_leads_records_a_limit(planned: Planned, who: str, why: type[Exception]) -> None:
    with pytest.raises(why):
        planned.limit(who=who)
    assert Entry.objects.filter(event="limit.recorded", outcome="refused").count() == 1


@pytest.mark.parametrize("who", ["erik", "nadia", "iris", "beheer", "privacy"])
def test_limits_are_not_there_for_who_does_not_lead(planned: Planned, who: str) -> None:
    limit_id = planned.limit(NOT_TOLD)
    assert limits.of_case(planned.viewer(who), planned.case_id, now=NOW) == ()
    with pytest.raises(NotVisible):
        planned.end(limit_id, who)
    with pytest.raises(NotVisible):
        planned.tell(limit_id, who)
    assert Entry.objects.filter(event__in=("limit.ended", "limit.told"), outcome="refused").count() == 2


def test_compulsory_care_is_there_only_for_who_may_see_care(planned: Planned) -> None:
    planned.limit(CARE)
    ban = planned.limit()
    sanne = planned.viewer("sanne")
    assert len(limits.of_case(sanne, planned.case_id, now=NOW)) == 2
    assert limits.sees_care(sanne, planned.case_id, now=NOW)
    without_care(planned)
    assert not limits.sees_care(sanne, planned.case_id, now=NOW)
    assert [each.id for each in limits.of_case(sanne, planned.case_id, now=NOW)] == [ban]
    with pytest.raises(Refused):
        planned.limit(CARE)


def asked(planned: Planned, who: str = "sanne") -> list[str]:
    found = work(planned.viewer(who), now=NOW)
    return [row.why for group in found.groups if group.cause is Cause.LIMIT for row in group.rows]


def test_a_limit_that_ends_within_two_weeks_is_on_mijn_werk_of_who_leads(planned: Planned) -> None:
    today = NOW.date()
    planned.limit(replace(TOLD, ends_on=today + timedelta(days=15)))
    assert asked(planned) == []
    planned.limit(replace(TOLD, ends_on=today + timedelta(days=14)))
    assert asked(planned) == ["Een maatregel loopt af: gebiedsverbod. Wat komt ervoor in de plaats?"]
    assert asked(planned, "erik") == []


def test_a_limit_that_the_resident_does_not_know_of_is_asked_about_until_it_is_told(planned: Planned) -> None:
    limit_id = planned.limit(replace(NOT_TOLD, ends_on=date(2027, 1, 20)))
    assert asked(planned) == ["De inwoner weet nog niet van een maatregel: gebiedsverbod."]
    planned.tell(limit_id)
    assert asked(planned) == []


def test_an_ended_limit_asks_for_nothing(planned: Planned) -> None:
    planned.end(planned.limit(NOT_TOLD))
    assert asked(planned) == []


def test_the_log_says_which_measure_and_no_word_of_it(planned: Planned) -> None:
    limit_id = planned.limit(NOT_TOLD)
    planned.tell(limit_id)
    planned.end(limit_id)
    told = {
        entry.event: (entry.subject_id, entry.details) for entry in Entry.objects.filter(event__startswith="limit.")
    }
    assert told == {
        "limit.recorded": (limit_id, {"kind": "area_ban", "told": False}),
        "limit.told": (limit_id, {"kind": "area_ban"}),
        "limit.ended": (limit_id, {"kind": "area_ban"}),
    }
