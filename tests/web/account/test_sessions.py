"""A session ends after half an hour of silence and after twelve hours, and what was being typed is not lost."""

from django.contrib.sessions.models import Session
from pytest_django import Settings

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.directory.services.enrol_factor import enrol_factor
from houvast.kernel.actor import member
from tests.web.account.conftest import account_of
from tests.web.account.visitor import PAGE, SECRET, Clock, Visitor
from tests.worlds import World

TYPED = {"current": "x", "toelichting": "Ruben slaapt slecht", "regels": "een\ntwee", "wachtwoord": "geheim"}


def reasons() -> list[object]:
    return [entry.details["reason"] for entry in Entry.objects.filter(event="account.signed_out").order_by("number")]


def test_half_an_hour_of_silence_ends_a_session(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=29)
    assert visitor.is_in()
    clock.forward(minutes=29)
    assert visitor.is_in()
    clock.forward(minutes=30)
    assert not visitor.is_in()
    assert reasons() == ["idle"]


def test_twelve_hours_end_a_session_however_busy(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    for _ in range(12 * 3 - 1):
        clock.forward(minutes=20)
        assert visitor.is_in()
    clock.forward(minutes=20)
    assert not visitor.is_in()
    assert reasons() == ["absolute"]


def test_the_limits_can_be_set(marit: Account, visitor: Visitor, clock: Clock, settings: Settings) -> None:
    settings.HOUVAST_IDLE_MINUTES = 5
    visitor.sign_in()
    clock.forward(minutes=5)
    assert not visitor.is_in()


def test_after_a_time_out_one_comes_back_to_the_same_page(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    sent = visitor.get(PAGE)
    assert sent.headers["Location"] == "/inloggen?volgende=%2Faccount%2Fwachtwoord&verlopen=1"
    assert "komt u terug op de pagina waar u was" in visitor.get(sent.headers["Location"]).text
    visitor.give_password(to=PAGE)
    assert visitor.give_code().headers["Location"] == PAGE


def test_a_form_sent_after_a_time_out_is_kept_and_offered_again(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    sent = visitor.post(PAGE, TYPED)
    assert "Wat u net verstuurde, is bewaard." in visitor.get(sent.headers["Location"]).text
    visitor.give_password(to="/account/bewaard")
    assert visitor.give_code().headers["Location"] == "/account/bewaard"
    page = visitor.get("/account/bewaard").text
    assert f'action="{PAGE}"' in page
    assert "Ruben slaapt slecht" in page
    assert "\ntwee</textarea>" in page
    assert "geheim" not in page


def test_what_is_kept_is_sealed(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    visitor.post(PAGE, TYPED)
    kept = [session.get_decoded()["kept_form"] for session in Session.objects.all()]
    assert len(kept) == 1
    assert "Ruben" not in str(kept)


def test_somebody_else_at_the_same_screen_does_not_get_it(
    world: World, marit: Account, visitor: Visitor, clock: Clock
) -> None:
    nadia = account_of(world, "nadia", clock.now)
    enrol_factor(nadia.pk, SECRET, visitor.code(), actor=member(nadia.member_id), now=clock.now)
    visitor.sign_in()
    clock.forward(minutes=31)
    visitor.post(PAGE, TYPED)
    assert visitor.sign_in("nadia").headers["Location"] == PAGE
    page = visitor.get("/account/bewaard").text
    assert "Er is niets bewaard" in page
    assert "Ruben" not in page


def test_what_is_kept_can_be_thrown_away(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    visitor.post(PAGE, TYPED)
    visitor.sign_in()
    visitor.post("/account/bewaard")
    assert "Er is niets bewaard" in visitor.get("/account/bewaard").text


def test_too_much_to_keep_is_said_honestly(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    sent = visitor.post(PAGE, {"toelichting": "a" * 200_001})
    assert "is niet opgeslagen" in visitor.get(sent.headers["Location"]).text


def test_a_form_of_nobody_is_not_kept(visitor: Visitor, db: None) -> None:
    sent = visitor.post(PAGE, TYPED)
    assert sent.headers["Location"] == "/inloggen?volgende=%2F&bewaard=0"
    assert "U was niet ingelogd." in visitor.get(sent.headers["Location"]).text
    assert not Session.objects.exists()


def test_part_of_a_page_sends_the_whole_page_to_sign_in(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    answer = visitor.get("/account/bewaard", **{"HX-Request": "true", "HX-Current-URL": f"http://testserver{PAGE}"})
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == "/inloggen?volgende=%2Faccount%2Fwachtwoord&verlopen=1"


def test_the_page_one_was_on_is_one_of_ours(visitor: Visitor, db: None) -> None:
    answer = visitor.get("/account/bewaard", **{"HX-Request": "true", "HX-Current-URL": "https://elders.example/x"})
    assert answer.headers["HX-Redirect"] == "/inloggen?volgende=%2F"


def test_pages_are_not_kept_by_the_browser(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.get(PAGE).headers["Cache-Control"] == "no-store"


def test_a_session_is_written_once_a_minute_at_most(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    before = Session.objects.values_list("session_data", flat=True)[0]
    clock.forward(seconds=59)
    visitor.get(PAGE)
    assert Session.objects.values_list("session_data", flat=True)[0] == before
    clock.forward(seconds=1)
    visitor.get(PAGE)
    assert Session.objects.values_list("session_data", flat=True)[0] != before


def test_a_new_password_is_not_kept_when_the_session_was_over(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(minutes=31)
    secret = "een zin die nergens mag blijven"
    visitor.post("/account/wachtwoord", {"current": secret, "new": secret, "again": secret})
    visitor.give_password()
    visitor.give_code(visitor.code(1))
    assert secret not in visitor.get("/account/bewaard").text
