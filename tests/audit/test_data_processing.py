"""The register of processing activities, and the form in which the log is given."""

import hmac
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from uuid import UUID, uuid5

from houvast.audit.rules.activities import ACTIVITIES, Activity, activity_id, activity_of, problems
from houvast.audit.rules.data_processing import Processing, data_processing, pseudonym
from houvast.audit.rules.rows import canonical
from tests.sentences import told_at


def test_an_activity_keeps_its_uuid_and_another_municipality_has_its_own() -> None:
    here, there = UUID(int=1), UUID(int=2)
    ids = {activity_id(place, activity.code) for place in (here, there) for activity in ACTIVITIES}
    assert len(ids) == 2 * len(ACTIVITIES)
    assert activity_id(here, "toezicht") == activity_id(here, "toezicht")


def test_an_entry_takes_the_form_of_the_standard() -> None:
    key, entry, case, activity = bytes(32), UUID(int=7), UUID(int=8), UUID(int=9)
    at = datetime(2026, 11, 23, 9, 30, 0, 250_000, tzinfo=UTC)
    told = data_processing(Processing(entry, at, "case.read", False, activity, case), key=key, version="0.1.0")
    assert told == {
        "trace_id": "00000000000000000000000000000007",
        "span_id": sha256(entry.bytes).hexdigest()[:16],
        "parent_span_id": "",
        "status": "Ok",
        "name": "case.read",
        "start_time": "2026-11-23T09:30:00.250Z",
        "end_time": "2026-11-23T09:30:00.250Z",
        "resource": {"attributes": {"name": "Houvast", "version": "0.1.0"}},
        "attributes": {
            "dpl.core.processing_activity_id": "urn:uuid:00000000-0000-0000-0000-000000000009",
            "dpl.core.data_subject_id": pseudonym(key, case),
            "dpl.core.data_subject_id_type": "pseudoniem van een casus in Houvast",
        },
    }
    refused = data_processing(Processing(entry, at, "x", True, activity, None), key=key, version="0.1.0")
    assert refused["status"] == "Unset"
    assert str(case) not in json.dumps(told)
    assert refused["attributes"] == {
        "dpl.core.processing_activity_id": "urn:uuid:00000000-0000-0000-0000-000000000009",
        "dpl.core.data_subject_id": "",
        "dpl.core.data_subject_id_type": "",
    }


def test_a_moment_is_told_in_utc() -> None:
    summer = datetime(2026, 7, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    told = data_processing(Processing(UUID(int=7), summer, "x", False, UUID(int=9), None), key=b"", version="1")
    assert told["start_time"] == told["end_time"] == "2026-06-30T23:30:00.000Z"


def test_nobody_without_the_key_leads_a_code_back_to_its_case() -> None:
    case = UUID(int=8)
    assert pseudonym(b"k", case) == hmac.new(b"k", b"data subject " + case.bytes, sha256).hexdigest()
    assert pseudonym(b"k", case) != pseudonym(b"other", case)


def test_an_event_of_a_kind_belongs_to_one_activity_and_an_unknown_one_to_working_together() -> None:
    of = {event: activity_of(event) for event in ("consent.given", "figures.read", "directory.x.y", "from_later.read")}
    assert of == {
        "consent.given": "delen",
        "figures.read": "cijfers",
        "directory.x.y": "toegang",
        "from_later.read": "casusregie",
    }


def test_the_uuid_of_an_activity_is_made_as_the_rfc_says() -> None:
    assert activity_id(UUID(int=1), "delen") == uuid5(UUID(int=1), "houvast verwerkingsactiviteit delen")


def test_an_activity_says_everything() -> None:
    whole = Activity("delen", "Delen", "Laten weten", "Wmo", "verzonnen")
    assert problems(whole) == {}
    for field in ("name", "purpose", "ground", "source"):
        assert told_at(problems(replace(whole, **{field: " "}))) == {field}


def test_what_is_hashed_is_written_in_one_way_whatever_the_letters() -> None:
    assert canonical({"b": 1, "a": "é"}) == b'{"a":"\\u00e9","b":1}'
