"""What machines may know without signing in."""

import pytest
from django.db import connection
from django.test import Client

from houvast.upkeep import health as upkeep
from houvast.upkeep.health import Health
from houvast.web.health import views


@pytest.mark.django_db
def test_a_healthy_installation_says_what_is_in_order() -> None:
    response = Client().get("/gezondheid")
    assert response.status_code == 200
    found = response.json()
    assert found.pop("version")
    well = {"database": True, "database_rules": True, "migrations": True}
    assert found == {**well, "log_checkpoints": False, "key_copies": None}
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_missing_rule_makes_it_unwell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "differences", lambda found: ["regel ontbreekt: x"] if found is connection else [])
    response = Client().get("/gezondheid")
    assert response.status_code == 503
    assert response.json()["database_rules"] is False


def test_without_a_database_it_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "look", lambda now: Health(False, False, False, False, False, "1"))
    response = Client().get("/gezondheid")
    assert response.status_code == 503
    assert response.json()["database"] is False


def test_health_is_only_read() -> None:
    assert Client().post("/gezondheid").status_code == 405


def test_search_engines_stay_away() -> None:
    response = Client().get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain"
    assert response.content == b"User-agent: *\nDisallow: /\n"
