"""The triage board: what it shows to whom, what it puts on record, and what happens when somebody was first."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from houvast.audit.models import Entry
from houvast.intake.models import Concern, ReportingPoint, TriageDecision
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from tests.intake.worlds import make_concern, make_duo, make_point
from tests.lives import open_with
from tests.web.conftest import MOMENT, SignedIn
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

TOLD = "De gordijnen blijven dicht."


@pytest.fixture
def world() -> World:
    """Make Eemsdelta."""
    return make_world()


@pytest.fixture
def point(world: World) -> ReportingPoint:
    """Make a point with one step, OGGZ."""
    return make_point(world)


def opened(client: Client, concern: Concern) -> str:
    """Give the board with a concern open."""
    return client.get(f"/signalen/{concern.id}/").content.decode()


def sent(client: Client, concern: Concern, act: str, **fields: object) -> int:
    """Send what the board sends; gives the status."""
    data: Mapping[str, object] = {"bord": "1", "version": concern.version, "text": "", "reason": "", **fields}
    return client.post(f"/signalen/{concern.id}/{act}/", data).status_code


def outcome_of(concern: Concern) -> str:
    """Give what was decided last, or "" when nothing was."""
    concern.refresh_from_db()
    return concern.decision.outcome if concern.decision else ""


def test_the_board_opens_the_first_concern_with_which_nobody_else_is_busy(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    first = make_concern(world, point, urgency="urgent")
    make_concern(world, point, person=PersonFacts(surname="Hoving"))
    first.taken_by, first.taken_at = world.members["bos"], MOMENT - timedelta(minutes=3)
    first.save()
    page = signed_in_client(world, "marit").get("/signalen/").content.decode()
    assert '<h2 class="utrecht-heading-1" id="nu">Hoving</h2>' in page
    assert "bezig: Bos uit Eemsdelta" in page


def test_opening_a_concern_tells_others_who_is_busy_and_the_log_what_was_read(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    make_resident(world, "Vegt", "Yvonne")
    client = signed_in_client(world, "marit")
    opened(client, concern)
    opened(client, concern)
    concern.refresh_from_db()
    assert concern.taken_by_id == world.id("marit")
    events = list(Entry.objects.order_by("at", "number").values_list("event", "subject_id"))
    assert events.count(("concern.taken", concern.id)) == 1
    for event in ("concern.read", "concern.known_persons_read"):
        assert events.count((event, concern.id)) == 2
    assert events.count(("concern.queue_read", None)) == 2


def test_a_duo_partner_is_told_who_opens_a_case_before_filling_anything_in(
    world: World, signed_in_client: SignedIn
) -> None:
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    address = f"/signalen/{concern.id}/casus/"
    refused = signed_in_client(world, "nadia").get(address)
    assert refused.status_code == 403
    assert "op een domein waar u zelf werkt" in refused.text
    assert signed_in_client(world, "marit").get(address).status_code == 200


def test_a_duo_partner_is_offered_no_case_and_told_on_the_board_who_opens_one(
    world: World, signed_in_client: SignedIn
) -> None:
    make_duo(world, "marit", "nadia")
    make_duo(world, "nadia", "sanne")
    concern = make_concern(world, make_point(world))
    offered, only_for_a_case = f'formaction="/signalen/{concern.id}/casus/"', "Herhaalde meldingen, niemand leidt"
    page = opened(signed_in_client(world, "nadia"), concern)
    assert "Een nieuwe casus opent wie bij OGGZ werkt: Marit uit Eemsdelta." in page
    assert offered not in page
    assert only_for_a_case not in page
    assert f'formaction="/signalen/{concern.id}/niets/"' in page
    page = opened(signed_in_client(world, "marit"), concern)
    assert "Een nieuwe casus opent wie" not in page
    assert offered in page
    assert only_for_a_case in page


def test_a_duo_partner_sees_the_concern_and_not_what_was_told(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    make_duo(world, "marit", "nadia")
    page = opened(signed_in_client(world, "nadia"), concern)
    assert "Vegt, Yvonne van der" in page
    assert "Wat de melder vertelde, leest alleen OGGZ." in page
    assert TOLD not in page
    assert "Buurvrouw" not in page
    assert TOLD in opened(signed_in_client(world, "marit"), concern)


def test_who_has_nothing_to_do_with_triage_sees_no_concern(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "sanne")
    page = client.get("/signalen/").content.decode()
    assert "U beoordeelt geen signalen." in page
    assert "Vegt" not in page
    hidden = client.get(f"/signalen/{concern.id}/")
    missing = client.get(f"/signalen/{uuid4()}/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    for act in ("advies", "niets", "direct", "doorgeven", "voegen", "casus"):
        assert client.get(f"/signalen/{concern.id}/{act}/").status_code == 404
        assert sent(client, concern, act) == 404
    assert TriageDecision.objects.count() == 0


def test_who_entered_a_concern_reads_it_and_decides_nothing(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point, entered_by=world.id("sanne"))
    client = signed_in_client(world, "sanne")
    page = opened(client, concern)
    assert TOLD in page
    assert "Wat gebeurt hiermee?" not in page
    assert "Kennen wij" not in page
    assert client.get(f"/signalen/{concern.id}/advies/").status_code == 403
    assert sent(client, concern, "niets", reason="once") == 403
    assert outcome_of(concern) == ""


def test_who_decides_second_hears_who_was_first(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    seen = concern.version
    new = NewDecision(Outcome.NOTHING, reason="once")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=seen, new=new)
    answer = client.post(f"/signalen/{concern.id}/advies/", {"bord": "1", "version": seen, "reason": "once"})
    assert answer.status_code == 409
    assert "Marit uit Eemsdelta was eerder: niets" in answer.content.decode()
    assert outcome_of(concern) == "nothing"


def test_a_button_of_the_board_decides_at_once_and_opens_the_next(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern, other = make_concern(world, point), make_concern(world, point)
    client = signed_in_client(world, "marit")
    data = {"bord": "1", "version": 0, "reason": "help_present", "text": "Zorg komt elke dag.", "following": other.id}
    answer = client.post(f"/signalen/{concern.id}/niets/", data)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/signalen/{other.id}/")
    page = opened(client, concern)
    assert "Marit uit Eemsdelta, ma 23 nov, 11.30 uur: niets (er is al passende hulp). “Zorg komt elke dag.”" in page


@pytest.mark.parametrize("act", ["advies", "niets", "doorgeven", "voegen", "casus", "direct"])
def test_what_the_board_sends_too_little_is_asked_without_complaint_and_nothing_is_decided(
    world: World, point: ReportingPoint, signed_in_client: SignedIn, act: str
) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    answer = client.post(f"/signalen/{concern.id}/{act}/", {"bord": "1", "version": 0, "reason": "", "text": "Let op."})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'role="alert"' not in page
    assert ("Let op." in page) == (act != "direct")
    assert client.post(f"/signalen/{concern.id}/{act}/", {"version": 0}).status_code == 422
    assert outcome_of(concern) == ""


def test_a_reason_of_another_outcome_is_asked_again(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    assert sent(signed_in_client(world, "marit"), concern, "advies", reason="escalation") == 200
    assert outcome_of(concern) == ""


def test_joining_takes_the_case_of_whom_was_confirmed_or_one_that_may_be_seen(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    resident = make_resident(world, "Vegt", "Yvonne")
    case_id = open_with(world, resident.id)
    concern, other = make_concern(world, point), make_concern(world, point)
    client = signed_in_client(world, "marit")
    assert f'name="case" value="{case_id}"' not in opened(client, concern)
    client.post(f"/signalen/{concern.id}/dezelfde/", {"resident": str(resident.id)})
    page = opened(client, concern)
    assert f'name="case" value="{case_id}"' in page
    assert "Bevestigd: dezelfde" in page
    assert sent(client, concern, "voegen", reason="fits_running_concerns", case=case_id) == 302
    assert (outcome_of(concern), concern.case_id) == ("joined", case_id)
    answer = client.post(
        f"/signalen/{other.id}/voegen/", {"version": 0, "reason": "fits_running_concerns", "code": "C-2026-9999"}
    )
    assert answer.status_code == 422
    assert "Deze casus bestaat niet, of u mag haar niet zien." in answer.content.decode()


def test_somebody_else_is_no_longer_suggested(world: World, point: ReportingPoint, signed_in_client: SignedIn) -> None:
    resident = make_resident(world, "Vegt", "Yvonne")
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    assert "Yvonne Vegt" in opened(client, concern)
    client.post(f"/signalen/{concern.id}/iemand-anders/", {"resident": str(resident.id)})
    assert "Yvonne Vegt" not in opened(client, concern)
    assert client.post(f"/signalen/{concern.id}/dezelfde/", {"resident": "rommel"}).status_code == 422
    assert client.post(f"/signalen/{concern.id}/dezelfde/", {"resident": str(uuid4())}).status_code == 404


def test_two_steps_send_a_concern_on_to_oggz(world: World, signed_in_client: SignedIn) -> None:
    concern = make_concern(world, make_point(world, "public_order", "oggz"))
    nadia = signed_in_client(world, "nadia")
    assert "Verder naar OGGZ" in opened(nadia, concern)
    assert sent(nadia, concern, "volgende-stap") == 302
    concern.refresh_from_db()
    assert concern.step == "oggz"
    assert nadia.post(f"/signalen/{concern.id}/volgende-stap/", {"version": "veel"}).status_code == 422
    assert "Vegt, Yvonne van der" in opened(signed_in_client(world, "marit"), concern)


def test_undoing_is_offered_for_ten_minutes_and_opens_the_concern_again(
    world: World, point: ReportingPoint, signed_in_client: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    offered = f'action="/signalen/{concern.id}/ongedaan/"'
    sent(client, concern, "niets", reason="once")
    assert offered in client.get("/signalen/").content.decode()
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: MOMENT + timedelta(minutes=10))
    assert offered not in client.get("/signalen/").content.decode()
    assert client.post(f"/signalen/{concern.id}/ongedaan/").status_code == 403
    monkeypatch.setattr("houvast.web.middleware.read_clock", lambda: MOMENT + timedelta(minutes=9))
    answer = client.post(f"/signalen/{concern.id}/ongedaan/")
    assert answer.headers["Location"] == f"/signalen/{concern.id}/"
    assert outcome_of(concern) == "undone"
    assert offered not in client.get("/signalen/").content.decode()


def test_straight_out_leaves_no_name_on_any_page(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    assert sent(client, concern, "direct", receiver="veilig_thuis") == 302
    page = opened(client, concern)
    assert "Veilig Thuis" in page
    assert "Vegt" not in page
    assert "ongedaan/" not in page


def test_only_buttons_change_a_concern(world: World, point: ReportingPoint, signed_in_client: SignedIn) -> None:
    concern = make_concern(world, point)
    client = signed_in_client(world, "marit")
    for act in ("oppakken", "dezelfde", "iemand-anders", "ongedaan", "volgende-stap"):
        assert client.get(f"/signalen/{concern.id}/{act}/").status_code == 405
    assert client.post("/signalen/").status_code == 405
    assert client.post(f"/signalen/{concern.id}/").status_code == 405


def test_who_is_not_signed_in_goes_to_the_sign_in_page(world: World, point: ReportingPoint) -> None:
    concern = make_concern(world, point)
    for path in ("/signalen/", f"/signalen/{concern.id}/", "/signalen/nieuw/", "/signalen/herstellen/"):
        assert Client().get(path).headers["Location"].startswith("/inloggen")


def queries(client: Client, concern_id: UUID) -> int:
    """Count the queries of the board once somebody is busy with the concern."""
    client.get(f"/signalen/{concern_id}/")
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/signalen/{concern_id}/")
    return len(captured)


def test_the_board_asks_as_much_with_fifty_concerns_and_people_as_with_five(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "marit")
    concern = make_concern(world, point)
    for number in range(4):
        make_concern(world, point)
        open_with(world, make_resident(world, "Vegt", f"Yvonne {number}").id)
    few = queries(client, concern.id)
    for number in range(45):
        make_concern(world, point)
        make_resident(world, "Vegt", f"Yvon {number}")
    assert queries(client, concern.id) == few


def test_mijn_werk_says_how_many_concerns_wait_and_stops_counting_at_fifty(
    world: World, point: ReportingPoint, signed_in_client: SignedIn
) -> None:
    client = signed_in_client(world, "marit")
    assert "op triage" not in client.get("/").content.decode()
    first = make_concern(world, point)
    assert "1 signaal wacht op triage" in client.get("/").content.decode()
    for _ in range(50):
        make_concern(world, point)
    assert "50+ signalen wachten op triage" in client.get("/").content.decode()
    sent(client, first, "doorgeven", reason="other_task", team=world.teams["Gebiedsteam"].id)
    page = signed_in_client(world, "sanne").get("/").content.decode()
    assert "1 signaal is aan uw team doorgegeven" in page
    assert "op triage" not in page
