"""Mijn werk: a line without a contact is told to who coordinates the team, or to all of a team without one."""

from datetime import datetime, timedelta

import pytest

from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.desk.selectors.line_work import colleague_rows
from houvast.directory.models import Member
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import member
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
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


def test_a_question_waits_for_who_holds_the_line_and_its_answer_for_who_asked(lined: Lined) -> None:
    sanne = lined.world.actor("sanne")
    asked = ask_colleague(actor=sanne, now=NOW, line_id=lined.line_id, question="Hoe leggen jullie contact?")
    (row,) = told(lined.viewer(lined.yara))
    assert (row.cause, row.act, row.target) == (Cause.YOUR_DECISION, Act.ANSWER_COLLEAGUE, str(asked))
    assert row.why == "Sanne uit Eemsdelta van Gebiedsteam vraagt u iets, buiten een casus."
    answer_colleague(actor=member(lined.yara.id), now=NOW, question_id=asked, text="Op de koffie.")
    assert told(lined.viewer(lined.yara)) == []
    (row,) = told(lined.viewer("sanne"))
    assert (row.cause, row.act, row.why) == (
        Cause.ANSWERED,
        Act.READ_COLLEAGUE,
        f"{lined.yara.name} antwoordde op uw vraag.",
    )
    assert told(lined.viewer("sanne"), now=NOW + 7 * DAY) == told(lined.viewer("bram")) == []


def told(viewer: Viewer, *, now: datetime = NOW) -> list[WorkRow]:
    return list(colleague_rows(viewer, now=now))
