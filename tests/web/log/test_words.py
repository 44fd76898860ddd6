"""What the log says beside its sentence, in words of somebody who looks after privacy."""

import pytest

from houvast.web.log.words import particulars

BRAM, TEAM = "0190aaaa-0000-7000-8000-000000000001", "0190aaaa-0000-7000-8000-000000000002"
GONE = "0190aaaa-0000-7000-8000-000000000009"
NAMES = {BRAM: "Bram (Gemeente Eemsdelta)", TEAM: "Gebiedsteam"}


@pytest.mark.parametrize(
    ("event", "details", "said"),
    [
        ("case.opened", {}, ""),
        ("case.opened", {"phase": 2}, "in AVE 2"),
        (
            "case.opened",
            {"phase": 2, "seats": [f"case_direction:held:{BRAM}", "process_direction:vacant"]},
            "in AVE 2; casusregie: Bram (Gemeente Eemsdelta); procesregie: niemand",
        ),
        ("task.recorded", {"state": "held"}, ""),
        ("seat.returned", {"responsibility": "case_direction", "state": "vacant"}, "casusregie, leeg"),
        (
            "seat.filled_temporarily",
            {"responsibility": "case_direction", "until": "2026-12-04", "member": BRAM},
            "casusregie, tot en met 4-12-2026; Bram (Gemeente Eemsdelta)",
        ),
        (
            "scaling.decided",
            {"to_phase": 4, "outcome": "approved", "on_behalf_of": "burgemeester", "seats": ["operational:vacant"]},
            "naar AVE 4, akkoord, namens burgemeester; operationele verantwoordelijkheid: niemand",
        ),
        (
            "scaling.decided",
            {
                "to_phase": 2,
                "seats": [f"case_direction:held_by_resident:{GONE}", "process_direction:not_required"],
            },
            "naar AVE 2; casusregie: de inwoner of iemand van het netwerk; procesregie: niet meer nodig",
        ),
        ("receiver.named", {"receives": BRAM, "number": 2}, "gevraagd over te nemen: Bram (Gemeente Eemsdelta)"),
        ("receiver.answered", {"outcome": "refused", "outside": False}, "geweigerd"),
        ("pulse.checked", {"outcome": "scale_up", "number": 1}, "moet weer omhoog"),
        ("scaling.urgency_answered", {"outcome": "reversed", "phase": 2}, "in AVE 2, spoed teruggedraaid"),
        (
            "hand_over.answered",
            {"responsibility": "case_direction", "outcome": "refused", "member": BRAM},
            "casusregie, geweigerd; Bram (Gemeente Eemsdelta)",
        ),
        ("hand_over.answered", {"responsibility": "onzin", "outcome": "onzin"}, ""),
        ("move.answered", {"outcome": "refused"}, "geweigerd"),
        ("take_over.asked", {"team": TEAM}, "Gebiedsteam"),
        (
            "access.given",
            {"relation": "task_owner", "members": [BRAM, GONE], "teams": [TEAM]},
            "wie een taak doet of het team dat haar doet; Bram (Gemeente Eemsdelta); Gebiedsteam",
        ),
        ("take_over.answered", {"team": TEAM, "outcome": "returned"}, "terug met advies; Gebiedsteam"),
        (
            "seat.assigned",
            {"responsibility": "case_direction", "state": "held_by_resident", "resident": BRAM[:-1]},
            "casusregie, bij inwoner of netwerk; de inwoner of iemand van het netwerk",
        ),
        ("case.closed", {"reason": "goals_reached"}, "de doelen zijn gehaald"),
        ("case.reopened", {"phase": 2, "relapses": 1}, "in AVE 2, terugval nummer 1"),
        ("scaling.follow_up", {"item": "resident_told", "state": "postponed"}, "inwoner is het verteld, uitgesteld"),
        ("case.note_written", {"part": "care_notes", "shared": True}, "zorgnotitie, gedeeld met de casus"),
        ("case.note_written", {"part": "general_notes", "shared": False}, "algemene notitie"),
        ("concern.decided", {"outcome": "advice"}, "advies aan melder"),
        ("concern.decided", {"outcome": "passed_on", "team": TEAM}, "doorgeven; Gebiedsteam"),
        ("concern.decided", {"outcome": "straight_out", "receiver": "112"}, "direct naar een ander, 112"),
        ("concern.pass_on_answered", {"accepted": True, "team": TEAM}, "pakt het op; Gebiedsteam"),
        ("concern.pass_on_answered", {"accepted": False, "team": TEAM}, "geeft het terug; Gebiedsteam"),
        (
            "import.finished",
            {"read": 9, "accepted": 7, "refused": 1},
            "9 regels gelezen, 7 nieuwe signalen, 1 niet te gebruiken",
        ),
        ("import.received", {"accepted": 7, "refused": 1}, "7 nieuwe signalen, 1 te herstellen"),
        ("import.rows", {"first_row": 2, "last_row": 9}, "regel 2 tot en met 9"),
        ("case.listed", {"list": "my_work", "rows": 3}, "Mijn werk, 3 getoond"),
        ("case.read", {"page": "casussen/<slug:code>/sluiten/"}, "/casussen/…/sluiten/"),
        ("case.read", {"page": "people"}, ""),
        (
            "directory.mandate_given",
            {"function": "burgemeester", "member": BRAM},
            "burgemeester; Bram (Gemeente Eemsdelta)",
        ),
        ("tailor_made.asked", {"cents": 60_000}, "€ 600"),
        ("tailor_made.decided", {"answer": "refused", "reason": "no_money"}, "geweigerd, geen geld"),
        ("directory.function_ended", {}, ""),
        ("account.signed_out", {"reason": "idle"}, "een tijd niets gedaan"),
        ("account.signed_out", {"reason": "asked"}, ""),
        ("task.link_code_asked", {"outcome": "sent"}, "verstuurd"),
        ("task.link_code_tried", {"outcome": "wrong"}, "fout"),
        ("task.link_answered", {"outcome": "not_done"}, "niet gedaan"),
        ("account.sign_in_failed", {"reason": "wrong_code"}, "code klopte niet"),
    ],
)
def test_the_particulars_of_each_kind(event: str, details: dict[str, object], said: str) -> None:
    assert particulars(event, details, NAMES) == said


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"reason": "not_visible"}, "kan dit niet zien"),
        ({"reason": "not_a_director"}, "mag dit niet doen"),
        (
            {"reason": "not_visible", "page": "casussen/<slug:code>/sluiten/", "code": "C-1999-0001"},
            "kan dit niet zien; C-1999-0001; /casussen/…/sluiten/",
        ),
    ],
)
def test_what_was_refused_says_why_and_which_page(details: dict[str, object], said: str) -> None:
    assert particulars("page.refused", details, refused=True) == said
