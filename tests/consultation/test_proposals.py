"""What an agenda proposes by itself, to whom: a crucial moment only to who leads the case and so knows of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.cases.models import MomentReport
from houvast.cases.services.report_moment_item import report_moment_item
from houvast.consultation.rules.agenda import AgendaCause, Proposed
from houvast.consultation.selectors.agenda import agenda, proposals
from tests.consultation.worlds import Tabled
from tests.moments import CLINIC_OUT, items_of, plan
from tests.rights.region import take_process_direction
from tests.worlds import NOW

AFTER, FAR = date(2026, 12, 12), date(2027, 1, 20)


def proposed(tabled: Tabled, who: str) -> tuple[Proposed, ...]:
    viewer = tabled.viewer(who, NOW)
    shown = agenda(viewer, tabled.meeting_id, now=NOW)
    return tuple(each for each, _ in proposals(viewer, shown, now=NOW))


@pytest.fixture
def led(tabled: Tabled) -> Tabled:
    """Give a table with a case in which nothing calls for a meeting."""
    take_process_direction(tabled.world, tabled.case_id)
    return tabled


def test_a_moment_that_is_not_prepared_is_proposed_to_who_leads(led: Tabled) -> None:
    plan(led.world, led.case_id, now=NOW, on_date=FAR)
    assert AgendaCause.MOMENT_NEAR not in {each.cause for each in proposed(led, "sanne")}
    moment = plan(led.world, led.case_id, now=NOW, on_date=AFTER)
    found = proposed(led, "sanne")[0]
    assert (found.cause, found.on) == (AgendaCause.MOMENT_NEAR, AFTER)
    assert found.why == "uit de gevangenis, over 19 dagen: nog niet alles is klaar"
    assert proposed(led, "nadia") == ()
    done = MomentReport.State.DONE
    for item in items_of(moment):
        report_moment_item(actor=led.actor("sanne"), now=NOW, item_id=item, state=done, text="Klaar.")
    assert AgendaCause.MOMENT_NEAR not in {each.cause for each in proposed(led, "sanne")}


def test_more_moments_ask_no_more_of_the_database(led: Tabled) -> None:
    counts = []
    for kind, days in ((CLINIC_OUT, (AFTER,)), (CLINIC_OUT, (date(2026, 12, 3), date(2026, 12, 4)))):
        for day in days:
            plan(led.world, led.case_id, kind, now=NOW, on_date=day)
        with CaptureQueriesContext(connection) as counted:
            proposed(led, "sanne")
        counts.append(len(counted.captured_queries))
    assert counts[0] == counts[1]
