"""Mijn werk: a line without a contact is told to who coordinates the team, or to all of a team without one."""

from datetime import timedelta

import pytest

from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.directory.models import Member
from houvast.short_lines.services.open_line import NewLine, open_line
from tests.desk.test_work import rows_of
from tests.short_lines.worlds import NOBODY, Lined, make_lined
from tests.worlds import NOW

DAY = timedelta(days=1)


@pytest.fixture
def lined(db: None) -> Lined:
    return make_lined()


def seen(lined: Lined, who: str, later: timedelta = DAY) -> list[WorkRow]:
    return [row for row in rows_of(lined.world, who, later=later) if row.cause is Cause.SHORT_LINE]


def test_the_coordinator_reads_that_a_line_has_no_contact_any_more(lined: Lined) -> None:
    assert seen(lined, "bos") == []
    Member.objects.filter(pk=lined.yara.id).update(until_at=NOW)
    (row,) = seen(lined, "bos")
    assert (row.act, row.late, row.name, row.target) == (Act.FIND_CONTACT, True, "FACT", str(lined.line_id))
    assert row.why == f"Gebiedsteam heeft hier geen contact. {lined.yara.name} was het. Wie belt u nu?"
    assert [seen(lined, who) for who in ("sanne", "iris", "beheer")] == [[], [], []]


def test_of_a_team_without_a_coordinator_everybody_reads_it(lined: Lined) -> None:
    new = NewLine(lined.world.teams["Jeugd"].id, "Wijkagent", NOBODY)
    open_line(actor=lined.world.actor("iris"), now=NOW, new=new)
    (row,) = seen(lined, "iris")
    assert row.why == "Jeugd heeft hier geen contact. Wie belt u nu?"


def test_a_line_comes_back_to_be_looked_at(lined: Lined) -> None:
    (row,) = seen(lined, "bos", later=180 * DAY)
    assert (row.act, row.late) == (Act.CHECK_LINE, False)
    (row,) = seen(lined, "bos", later=181 * DAY)
    assert row.late
