"""The register of processing activities: every event belongs to one, and the log is given in that form."""

import json
from collections import Counter
from functools import partial

import pytest
from django.conf import settings

from houvast.audit.models import ActivityVersion, Entry
from houvast.audit.rules.activities import ACTIVITIES, Activity, activity_id, activity_of
from houvast.audit.rules.data_processing import pseudonym
from houvast.desk.selectors.activities import register
from houvast.desk.services.set_processing_activity import set_processing_activity
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.web.log.words import SENTENCES
from tests.cases.test_together import at_once
from tests.consultation.worlds import make_tabled
from tests.web.conftest import SignedIn
from tests.worlds import NOW, make_world

NEW = Activity("toezicht", "Toezicht", "Nakijken wie keek", "AVG artikel 5", "Besluit van het college (verzonnen)")


def test_every_event_belongs_to_one_activity_of_the_register() -> None:
    codes = {activity.code for activity in ACTIVITIES}
    assert len(codes) == len(ACTIVITIES)
    assert {activity_of(event) for event in SENTENCES} == codes
    assert (activity_of("case.read"), activity_of("van.vroeger")) == ("casusregie", "casusregie")
    assert (activity_of("concern.read"), activity_of("log.read")) == ("signalen", "toezicht")


@pytest.mark.django_db
def test_the_privacy_officer_changes_the_register_and_what_stood_there_stays() -> None:
    world = make_world()
    privacy = world.actor("privacy")
    set_processing_activity(actor=privacy, now=NOW, activity=NEW, seen=0)
    found = {each.activity.code: each for each in register(viewer_of(privacy, now=NOW))}
    own = activity_id(world.municipality.id, "toezicht")
    assert (found["toezicht"].activity, found["toezicht"].number, found["toezicht"].id) == (NEW, 1, own)
    assert found["delen"].number == 0
    entry = Entry.objects.get(event="log.activity_set")
    assert (entry.subject, entry.subject_id, entry.municipality) == ("activity", own, world.municipality.id)
    with pytest.raises(Conflict):
        set_processing_activity(actor=privacy, now=NOW, activity=NEW, seen=0)
    with pytest.raises(Invalid):
        set_processing_activity(actor=privacy, now=NOW, activity=Activity("delen", " ", "x", "x", "x"), seen=0)
    with pytest.raises(NotVisible):
        set_processing_activity(actor=privacy, now=NOW, activity=Activity("anders", "x", "x", "x", "x"), seen=0)
    for who in ("beheer", "sanne"):
        with pytest.raises(NotVisible):
            set_processing_activity(actor=world.actor(who), now=NOW, activity=NEW, seen=1)
        with pytest.raises(NotVisible):
            register(viewer_of(world.actor(who), now=NOW))
    assert ActivityVersion.objects.count() == 1


def test_of_two_who_save_one_activity_at_once_one_is_told(committed: str) -> None:
    world = make_world()
    call = partial(set_processing_activity, actor=world.actor("privacy"), now=NOW, activity=NEW, seen=0)
    outcomes = Counter(at_once([call] * 4))
    assert outcomes == {"done": 1, "Conflict: Iemand anders veranderde deze verwerking net.": 3}
    assert Entry.objects.filter(event="log.activity_set").count() == 1


def test_the_pages_show_change_and_give_it(db: None, signed_in_client: SignedIn) -> None:
    tabled = make_tabled()
    client = signed_in_client(tabled.world, "privacy")
    own = activity_id(tabled.world.municipality.id, "overleg")
    assert str(own) in client.get("/logboek/verwerkingen/").content.decode()
    page = client.get("/logboek/verwerkingen/overleg/").content.decode()
    assert "Samen besluiten over een casus, een adres of een thema" in page
    form = {"naam": "Overleggen", "doel": "Besluiten", "grond": "Convenant", "bron": "verzonnen", "gezien": "0"}
    assert client.post("/logboek/verwerkingen/overleg/", form).status_code == 302
    assert "Overleggen" in client.get("/logboek/verwerkingen/").content.decode()
    lines = [json.loads(line) for line in b"".join(client.get("/logboek/dataverwerkingen/")).splitlines()]
    planned = next(line for line in lines if line["name"] == "consultation.meeting_planned")
    assert planned["attributes"]["dpl.core.processing_activity_id"] == f"urn:uuid:{own}"
    opened = next(line for line in lines if line["name"] == "case.opened")
    told = opened["attributes"]["dpl.core.data_subject_id"]
    assert told == pseudonym(settings.HOUVAST_AUDIT_KEY, tabled.case_id)
    assert Entry.objects.filter(event="log.processings_saved").count() == 1
    none = client.get("/logboek/dataverwerkingen/?van=2199-01-01")
    assert b"".join(none) == b""
