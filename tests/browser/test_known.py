"""Somebody is known until the case gives no hit any more, and the privacy officer judges whether asking was needed."""

from collections.abc import Callable

from django.db import transaction
from playwright.sync_api import Page, expect

from houvast.accountability.models import Alarm
from houvast.cases.models import Case
from houvast.directory.models import Member
from houvast.intake.rules.short_lists import KNOWN_SAMPLE, Entry, ListKind
from houvast.intake.services.set_entry import NewEntry, set_entry
from tests.browser.checks import Screenshots, check_page
from tests.sharing.known import make_known
from tests.worlds import NOW, World


def test_a_person_is_known_until_the_case_gives_no_hit(
    page: Page, eemsdelta: World, sign_in: Callable[[Page, Member], None], screenshot: Screenshots
) -> None:
    with transaction.atomic():
        known = make_known(eemsdelta)
        known.ask("Zonder", "iris")
        about = {"municipality": eemsdelta.municipality, "member": eemsdelta.members["iris"]}
        Alarm.objects.create(**about, day=NOW.date(), cases=50, usual=6, threshold=40, at=NOW)
        _set_every_question_aside(eemsdelta)
    code = Case.objects.get(pk=known.cases["Bekend"]).code
    sign_in(page, eemsdelta.members["sanne"])
    _ask(page)
    expect(page.get_by_role("heading", name="Ja, bekend")).to_be_visible()
    check_page(page)
    screenshot(page, "bekend-treffer")
    page.goto(f"/casussen/{code}/mensen/")
    page.get_by_role("link", name="Geen treffer geven").click()
    check_page(page)
    page.get_by_label("Waarom geeft deze casus geen treffer?").fill("Haar ex zoekt haar.")
    page.get_by_role("button", name="Geen treffer geven").click()
    expect(page.get_by_text("Haar ex zoekt haar.")).to_be_visible()
    screenshot(page, "bekend-geen-treffer-geven")
    _ask(page)
    expect(page.get_by_role("heading", name="Geen treffer")).to_be_visible()
    check_page(page)
    screenshot(page, "bekend-geen-treffer")
    page.context.clear_cookies()
    sign_in(page, eemsdelta.members["privacy"])
    page.goto("/")
    page.get_by_role("link", name="3 vragen of iemand bekend is: waren die nodig?").click()
    check_page(page)
    screenshot(page, "bekend-steekproef")
    page.get_by_role("link", name="Oordeel geven").first.click()
    check_page(page)
    page.get_by_label("De vraag was nodig").check()
    page.get_by_role("button", name="Oordeel vastleggen").click()
    expect(page.get_by_text("De vraag was nodig, volgens")).to_be_visible()
    page.goto("/logboek/alarmen/")
    check_page(page)
    screenshot(page, "alarmen")
    page.get_by_role("link", name="Afloop vastleggen").click()
    check_page(page)
    screenshot(page, "alarm")


def _set_every_question_aside(world: World) -> None:
    """Leave nothing to chance: usually one question in ten is looked at."""
    every = Entry(KNOWN_SAMPLE, "Zo veel bekijkt de privacy officer", amount=100)
    set_entry(NewEntry(world.municipality.id, ListKind.SIGHT, every), actor=world.actor("beheer"), now=NOW)


def _ask(page: Page) -> None:
    page.goto("/zoeken/")
    page.get_by_role("link", name="Is deze persoon bekend?").first.click()
    page.get_by_label("Achternaam").fill("Bekend")
    page.get_by_label("Geboortedatum").fill("1992-03-04")
    page.get_by_label("Een signaal beoordelen").check()
    page.get_by_role("button", name="Vraag stellen").click()
