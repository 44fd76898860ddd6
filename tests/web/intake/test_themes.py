"""What a concern is about: asked after the quick form saved it, chosen and shown on the triage board."""

from uuid import uuid4

import pytest

from houvast.audit.models import Entry
from houvast.intake.models import Concern, Theme
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.choose_themes import choose_themes
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from tests.intake.worlds import make_concern, make_point
from tests.web.conftest import SignedIn
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    """Make Eemsdelta with two themes on its list, and another municipality with one."""
    made = make_world()
    for code, name in (("wonen", "Wonen"), ("schulden", "Geld en schulden")):
        Theme.objects.create(municipality=made.municipality, code=code, name=name)
    Theme.objects.create(municipality=make_world("oldambt", "Oldambt").municipality, code="elders", name="Elders")
    return made


def test_after_saving_the_reason_is_asked_and_may_be_left(world: World, signed_in_client: SignedIn) -> None:
    point, client = make_point(world), signed_in_client(world, "sanne")
    quick = f"/signalen/nieuw/?punt={point.id}"
    assert "Aanleiding bewaren" not in client.get(quick).content.decode()
    form = {"form_id": str(uuid4()), "text": "De gordijnen blijven dicht.", "urgency": "normal"}
    saved = client.post(quick, form).headers["Location"]
    concern = Concern.objects.get()
    assert saved == f"{quick}&bewaard={concern.id}"
    page = client.get(saved).content.decode()
    assert "Wat is de aanleiding van het signaal dat u bewaarde?" in page
    assert "Elders" not in page
    chosen = {"themes": ["wonen", "schulden"], "point": str(point.id)}
    answer = client.post(f"/signalen/{concern.id}/aanleiding/", chosen)
    assert answer.headers["Location"] == quick
    concern.refresh_from_db()
    assert concern.themes == ["schulden", "wonen"]
    entry = Entry.objects.get(event="concern.themes_chosen")
    assert (entry.details, entry.ground) == ({"count": 2}, "entered_it")
    assert "Aanleiding bewaren" not in client.get(f"{quick}&bewaard=rommel").content.decode()


def test_the_board_shows_what_was_chosen_and_lets_who_decides_choose(world: World, signed_in_client: SignedIn) -> None:
    concern, client = make_concern(world, make_point(world)), signed_in_client(world, "marit")
    board = f"/signalen/{concern.id}/"
    assert "<dt>Aanleiding</dt>" not in client.get(board).content.decode()
    answer = client.post(f"{board}aanleiding/", {"themes": ["wonen"]})
    assert answer.headers["Location"] == board
    page = client.get(board).content.decode()
    assert "<dt>Aanleiding</dt><dd>Wonen</dd>" in page
    assert 'value="wonen" checked' in page
    assert client.post(f"{board}aanleiding/", {"point": "rommel"}).status_code == 422


def test_another_list_somebody_else_and_too_late_are_refused(world: World) -> None:
    concern = make_concern(world, make_point(world))
    with pytest.raises(Invalid) as wrong:
        choose_themes(actor=world.actor("marit"), now=NOW, concern_id=concern.id, themes=["elders"])
    assert set(wrong.value.problems) == {"themes"}
    with pytest.raises(NotVisible):
        choose_themes(actor=world.actor("sanne"), now=NOW, concern_id=concern.id, themes=["wonen"])
    new = NewDecision(Outcome.NOTHING, "help_present")
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    with pytest.raises(Conflict):
        choose_themes(actor=world.actor("marit"), now=NOW, concern_id=concern.id, themes=["wonen"])
    assert Concern.objects.get().themes == []
