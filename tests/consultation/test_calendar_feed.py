"""A calendar address: for its owner, ended when they want or leave, never readable afterwards, and about nobody."""

from datetime import timedelta
from functools import partial

import pytest

from houvast.audit.models import Entry
from houvast.consultation.models import CalendarFeed
from houvast.consultation.selectors.feeds import calendar_of, made_at
from houvast.consultation.services.end_calendar_feed import end_calendar_feed
from houvast.consultation.services.make_calendar_feed import make_calendar_feed
from houvast.directory.models import Member
from houvast.kernel.errors import Conflict, NotVisible
from tests.cases.test_together import at_once
from tests.consultation.worlds import BEGUN, MONDAY, Tabled
from tests.worlds import NOW, make_world


def test_an_address_gives_the_meetings_of_its_owner_and_nothing_about_a_case(tabled: Tabled) -> None:
    tabled.put_case()
    tabled.put_theme()
    text = calendar_of(make_calendar_feed(actor=tabled.actor("sanne"), now=NOW), now=BEGUN)
    assert "SUMMARY:MDO\r\n" in text
    assert f"DTSTART:{MONDAY:%Y%m%dT%H%M%SZ}" in text
    assert not any(word in text for word in ("Dijkhuis", "C-2026", "Drukte", "kliniek", "Nadia"))
    other = calendar_of(make_calendar_feed(actor=tabled.actor("bram"), now=NOW), now=BEGUN)
    assert "BEGIN:VEVENT" not in other


def test_a_new_address_ends_the_one_before_and_neither_can_be_read_back(tabled: Tabled) -> None:
    sanne, viewer = tabled.actor("sanne"), tabled.viewer("sanne")
    assert made_at(viewer, now=NOW) is None
    first, second = (make_calendar_feed(actor=sanne, now=NOW + timedelta(hours=hour)) for hour in (0, 1))
    with pytest.raises(NotVisible):
        calendar_of(first, now=BEGUN)
    assert calendar_of(second, now=BEGUN)
    assert made_at(viewer, now=BEGUN) == NOW + timedelta(hours=1)
    kept = str(list(CalendarFeed.objects.values())) + str(list(Entry.objects.values()))
    assert first not in kept
    assert second not in kept


def test_the_owner_ends_it_once(tabled: Tabled) -> None:
    sanne = tabled.actor("sanne")
    secret = make_calendar_feed(actor=sanne, now=NOW)
    with pytest.raises(Conflict):
        end_calendar_feed(actor=tabled.actor("bram"), now=NOW)
    end_calendar_feed(actor=sanne, now=BEGUN)
    with pytest.raises(NotVisible):
        calendar_of(secret, now=BEGUN)
    with pytest.raises(Conflict):
        end_calendar_feed(actor=sanne, now=BEGUN)


def test_it_ends_when_its_owner_leaves(tabled: Tabled) -> None:
    secret = make_calendar_feed(actor=tabled.actor("sanne"), now=NOW)
    Member.objects.filter(pk=tabled.id("sanne")).update(until_at=BEGUN)
    with pytest.raises(NotVisible):
        calendar_of(secret, now=BEGUN + timedelta(minutes=1))


def test_who_presses_twice_has_one_address_and_no_error_page(committed: str) -> None:
    sanne = make_world().actor("sanne")
    outcomes = at_once([partial(make_calendar_feed, actor=sanne, now=NOW)] * 4)
    assert "done" in outcomes
    assert {each.partition(":")[0] for each in outcomes} <= {"done", "Conflict"}
    assert CalendarFeed.objects.filter(ended_at__isnull=True).count() == 1


def test_an_address_that_was_just_made_elsewhere_is_told(tabled: Tabled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("houvast.consultation.services.make_calendar_feed.digest_of", lambda _secret: "the same")
    make_calendar_feed(actor=tabled.actor("sanne"), now=NOW)
    with pytest.raises(Conflict):
        make_calendar_feed(actor=tabled.actor("sanne"), now=BEGUN)
    assert made_at(tabled.viewer("sanne"), now=BEGUN) == NOW
