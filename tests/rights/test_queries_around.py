"""As many questions for tailor-made help, figures, stays and moves with few rows as with many; counted once by hand."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

from houvast.accountability.rules.answers import NewAnswer
from houvast.accountability.services.answer_request import answer_request
from houvast.cases.models import Case, CrucialMoment
from houvast.cases.services.extend_stay import extend_stay
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.record_task_step import record_task_step
from tests.accountability.asking import ASKED, ask
from tests.moments import plan
from tests.plans.tailoring import add_tailor_made
from tests.rights.region import MOMENT
from tests.rights.test_queries import Ask, counts
from tests.rights.walking import Walk
from tests.stays import UNTIL
from tests.worlds import NOW, World

FEW, MANY = 2, 9
PAGES: dict[Ask, int] = {
    ("dir", "GET", "/inzicht/"): 13,
    ("oper", "GET", "/inzicht/"): 14,
    ("oper", "GET", "/inzicht/maatwerk/2026/"): 14,
    ("dir", "GET", "/casussen/{planned}/maatwerk/nieuw/"): 29,
    ("dir", "GET", "/casussen/{planned}/maatwerk/aanvragen/"): 29,
    ("oper", "GET", "/maatwerk/{asked}/"): 19,
    ("dir", "GET", "/maatwerk/{asked}/intrekken/"): 16,
    ("dir", "GET", "/maatwerk/{alone}/afloop/"): 17,
    ("dir", "GET", "/taken/{partner_task}/"): 17,
    ("dir", "GET", "/taken/{partner_task}/link/"): 15,
    ("dir", "GET", "/casussen/{planned}/verblijf-elders/"): 14,
    ("dir", "GET", "/casussen/{planned}/verblijf-elders/opsterland/"): 17,
    ("dir", "GET", "/verblijf-elders/{stay}/"): 15,
    ("tdir", "GET", "/verblijf-elders/{stay}/"): 15,
    ("dir", "GET", "/verblijf-elders/{stay}/verlengen/"): 16,
    ("dir", "GET", "/casussen/{planned}/verhuizen/"): 14,
    ("dir", "GET", "/casussen/{planned}/verhuizen/opsterland/"): 25,
    ("dir", "GET", "/verhuizingen/{offer}/"): 19,
    ("tproc", "GET", "/verhuizingen/{offer}/"): 12,
    ("tproc", "GET", "/verhuizingen/{offer}/aannemen/"): 13,
    ("priv", "GET", "/verzoeken/"): 23,
    ("priv", "GET", "/verzoeken/{request_gathered}/"): 24,
    ("priv", "GET", "/bewaren/?soort=verzoek"): 16,
}


def _ask(here: World, number: int) -> None:
    """Let so many requests come in, and refuse as many."""
    new = replace(ASKED, first_names="Onno", surname="Wiersma")
    for _ in range(number):
        ask(here, new)
        refused = ask(here, new)
        no = NewAnswer(refuse=True, reason="Al gegeven.")
        answer_request(actor=here.actor("privacy"), now=NOW, request_id=refused.id, answer=no)


def _go_on(walk: Walk, number: int) -> None:
    """Let tasks wait, tailor-made help be asked, moments come near and a stay be extended, each so many times."""
    here, words = walk.region.here, walk.region.words
    sanne = here.actor("sanne")
    planned, offered = (Case.objects.get(code=words[name]).id for name in ("planned", "offered"))
    _ask(here, number)
    for place in range(1, number + 1):
        new = NewTask(f"Zoekt {place}", Owner(member_id=here.id("sanne")), MOMENT.date())
        task_id = add_task(actor=sanne, now=NOW, case_id=planned, new=new)
        waits = NextStep(Standing.WAITING, "Vol.", MOMENT.date(), NOW.date(), 2, "shelter" if place % 2 else "other")
        record_task_step(actor=sanne, now=NOW, task_id=task_id, step=waits)
        for case_id in (planned, offered):
            add_tailor_made(sanne, case_id)
            for kind in (CrucialMoment.Kind.PRISON_OUT, CrucialMoment.Kind.CLINIC_OUT):
                plan(here, case_id, kind, now=NOW)
        later = UNTIL + timedelta(days=place)
        extend_stay(actor=sanne, now=MOMENT, stay_id=UUID(words["stay"]), until_on=later, reason="Geen woning.")


def test_pages_around_a_case_ask_as_much_with_many_rows_as_with_few(walk: Walk) -> None:

    few, many = (counts(walk, PAGES, partial(_go_on, walk, number)) for number in (FEW, MANY))
    assert few == many == PAGES
