"""Is this person known? A hit says whom to call and is a disclosure; every silence is the same silence."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.services.withhold_hit import give_hit_again, withhold_hit
from houvast.desk.selectors.work import work
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.sharing.models import Disclosure, KnownJudgement, KnownQuestion
from houvast.sharing.rules.content import DisclosureState, Way
from houvast.sharing.selectors.disclosures import of_case
from houvast.sharing.selectors.inspection import held_disclosures, held_questions
from houvast.sharing.selectors.known import sample
from houvast.sharing.services.judge_question import judge_question
from houvast.sharing.services.set_covenant import set_covenant
from tests.moves import make_offer
from tests.rights.walking import ask, sign_in
from tests.sharing.known import REVIEW, SILENT, Known, make_known
from tests.sharing.test_grounds import MDO
from tests.worlds import NOW

DAY = timedelta(days=1)
DIRECTOR = "casusregisseur van het lokale team"


@pytest.fixture
def known(db: None) -> Known:
    """Give who is known and who is not."""
    return make_known()


def test_a_hit_says_whom_to_call_and_nothing_of_the_case_and_is_on_record_there(known: Known) -> None:
    (hit,) = known.ask("Bekend")
    assert (hit.responsibility, hit.function) == (Responsibility.CASE_DIRECTION, DIRECTOR)
    case_id, resident_id = known.cases["Bekend"], known.residents["Bekend"]
    (line,) = of_case(viewer_of(known.world.actor("sanne"), now=NOW), case_id, now=NOW)
    assert (line.way, line.receiver, line.state) == (Way.KNOWN, "Bram uit Eemsdelta", DisclosureState.OVER)
    told = dict(held_disclosures(resident_id, [case_id])[0].lines)
    assert told["Wat"] == "dat u bekend bent, en wie daarover te bellen is"
    rows = Entry.objects.filter(event__in=("known.asked", "known.told")).order_by("event")
    assert [(row.event, row.case, row.details.get("answer")) for row in rows] == [
        ("known.asked", None, "yes"),
        ("known.told", case_id, None),
    ]
    question = KnownQuestion.objects.get()
    assert (question.hit, question.purpose, question.residents) == (True, "Een signaal beoordelen", [resident_id.hex])
    assert of_case(viewer_of(known.world.actor("bram"), now=NOW), case_id, now=NOW) == ()


def _asked(known: Known, surname: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert known.ask(surname) == ()
    return [re.sub(r"'[^']*'|\d+", "?", each["sql"]) for each in queries.captured_queries]


def test_every_silence_asks_the_database_the_same(known: Known) -> None:
    first, *others = (_asked(known, surname) for surname in SILENT)
    for other in others:
        assert other == first
    assert not Disclosure.objects.exists()
    assert not KnownQuestion.objects.filter(hit=True).exists()


def test_every_silence_is_the_same_page(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: NOW)
    cookies = sign_in(known.world.members["bram"], NOW)
    form = {"born": "1992-03-04", "purpose": "signal"}
    pages = [ask(cookies, "POST", "/bekend/", {**form, "surname": surname}) for surname in SILENT]
    assert {page.status for page in pages} == {200}
    assert len({page.body for page in pages}) == 1
    assert b"Geen treffer" in pages[0].body
    hit = ask(cookies, "POST", "/bekend/", {**form, "surname": "Bekend"})
    assert f"Casusregie, {DIRECTOR}" in hit.body.decode()
    assert b"C-2026" not in hit.body


def test_a_resident_reads_that_somebody_asked_and_heard_no(known: Known) -> None:
    known.ask("Verzwegen")
    (held,) = held_questions(known.residents["Verzwegen"], known.world.municipality.id)
    assert held.lines == (
        ("Wie vroeg het", "casusregisseur"),
        ("Waarvoor", "Een signaal beoordelen"),
        ("Antwoord", "nee"),
    )
    assert held_questions(known.residents["Zonder"], known.world.municipality.id) == ()


def test_somebody_asks_so_often_on_one_day_and_not_more(known: Known) -> None:
    for _ in range(2):
        known.ask("Zonder", limit=2)
    with pytest.raises(Refused) as full:
        known.ask("Zonder", limit=2)
    assert full.value.verdict.reason == "known_limit"
    assert Entry.objects.filter(event="known.asked", outcome="refused").count() == 1
    known.ask("Zonder", "sanne", limit=2)
    known.ask("Zonder", now=NOW + DAY, limit=2)


def test_who_leads_nothing_asks_nothing_and_nobody_asks_without_a_name(known: Known) -> None:
    with pytest.raises(Refused):
        known.ask("Bekend", "beheer")
    with pytest.raises(Invalid):
        known.ask(" ")


def test_the_process_director_lets_a_case_give_no_hit_and_a_hit_again(known: Known) -> None:
    case_id, sanne = known.cases["Verzwegen"], known.world.actor("sanne")
    due = work(viewer_of(sanne, now=NOW + 60 * DAY), now=NOW + 60 * DAY)
    assert "Deze casus geeft geen treffer" in str(due.groups)
    again = [
        withhold_hit(actor=sanne, now=NOW + DAY, case_id=case_id, reason=reason, review_on=REVIEW + 30 * DAY)
        for reason in ("Nog steeds.", "Nog steeds. ")
    ]
    assert again[0] == again[1]
    assert known.ask("Verzwegen", now=NOW + DAY) == ()
    with pytest.raises(Invalid):
        give_hit_again(actor=sanne, now=NOW + DAY, case_id=case_id, reason=" ")
    with pytest.raises(Invalid):
        withhold_hit(actor=sanne, now=NOW + DAY, case_id=case_id, reason=" ", review_on=None)
    give_hit_again(actor=sanne, now=NOW + 2 * DAY, case_id=case_id, reason="Hij woont nu elders.")
    assert len(known.ask("Verzwegen", now=NOW + 2 * DAY)) == 1
    with pytest.raises(Conflict):
        give_hit_again(actor=sanne, now=NOW + 2 * DAY, case_id=case_id, reason="Nogmaals.")
    with pytest.raises(NotVisible):
        give_hit_again(actor=known.world.actor("bram"), now=NOW, case_id=case_id, reason="Nieuwsgierig.")


def test_another_municipality_hears_it_by_a_covenant_that_names_it_and_holds(known: Known) -> None:
    here, there = known.world, known.there
    line = replace(MDO, answers=frozenset({there.municipality.id}))
    assert known.ask("Bekend", world=there) == ()
    set_covenant(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=line)
    (hit,) = known.ask("Bekend", world=there)
    assert hit.municipality == "Eemsdelta"
    assert known.ask("Verzwegen", world=there) == ()
    assert known.ask("Elders") == ()
    assert known.ask("Bekend", world=there, now=NOW + 31 * DAY) == ()


def test_a_case_that_is_offered_is_known_where_it_is_offered(known: Known) -> None:
    make_offer(known.world, known.there, known.cases["Bekend"], now=NOW)
    assert len(known.ask("Bekend", world=known.there)) == 1


def test_the_privacy_officer_judges_what_was_set_aside_once(known: Known) -> None:
    known.ask("Zonder")
    privacy = known.world.actor("privacy")
    seen = viewer_of(privacy, now=NOW)
    assert work(seen, now=NOW).questions == 1
    (row,) = sample(seen)
    assert (row.asker, row.title, row.often, row.outcome) == ("Bram uit Eemsdelta", "casusregisseur", 1, None)
    assert sample(viewer_of(known.world.actor("bram"), now=NOW)) == ()
    with pytest.raises(Invalid):
        judge_question(actor=privacy, now=NOW, question_id=row.id, outcome="")
    with pytest.raises(NotVisible):
        judge_question(actor=known.world.actor("bram"), now=NOW, question_id=row.id, outcome="needed")
    judge_question(actor=privacy, now=NOW, question_id=row.id, outcome="talked")
    assert sample(seen)[0].outcome is KnownJudgement.Outcome.TALKED
    assert work(seen, now=NOW).questions == 0
    with pytest.raises(Conflict):
        judge_question(actor=privacy, now=NOW, question_id=row.id, outcome="needed")
