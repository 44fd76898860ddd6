"""What may be corrected of a resident, and that a hidden address is neither shown nor emptied."""

import json
from dataclasses import replace
from datetime import date

import pytest

from houvast.kernel.partial_date import PartialDate
from houvast.residents.rules.personal_data import PersonalData, changed, problems, with_hidden_kept, written
from houvast.residents.rules.reaching import language_words
from tests.sentences import told_at

TODAY = date(2026, 11, 23)
RUBEN = PersonalData(
    "Dijkhuis",
    first_names="Ruben",
    born=PartialDate(1992),
    street="Maxstraat",
    house_number="123",
    town="Delfzijl",
    phone="06 00 00 04 17",
)


def test_somebody_has_a_surname_and_was_born() -> None:
    assert problems(RUBEN, TODAY) == {}
    assert problems(replace(RUBEN, born=None), TODAY) == {}
    assert told_at(problems(replace(RUBEN, surname=" "), TODAY)) == {"surname"}
    assert told_at(problems(replace(RUBEN, born=PartialDate(2026, 11, 24)), TODAY)) == {"born"}
    assert problems(replace(RUBEN, born=PartialDate(2026, 11, 23)), TODAY) == {}


def test_what_somebody_asked_about_post_is_on_the_list() -> None:
    assert problems(replace(RUBEN, reach="no_post"), TODAY) == {}
    assert told_at(problems(replace(RUBEN, reach="per duif"), TODAY)) == {"reach"}


def test_the_language_is_said_and_who_needs_an_interpreter() -> None:
    assert language_words("", interpreter=False) == ()
    assert language_words("Arabisch", interpreter=False) == ("leest en spreekt Arabisch",)
    assert language_words("", interpreter=True) == ("tolk nodig",)
    assert language_words("Arabisch", interpreter=True) == ("leest en spreekt Arabisch", "tolk nodig")


def test_the_names_of_what_changed_and_no_values() -> None:
    assert changed(RUBEN, RUBEN) == ()
    assert changed(RUBEN, replace(RUBEN, surname="Dijkstra", phone="")) == ("surname", "phone")


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (PersonalData("Dijkstra"), ("Maxstraat", "Delfzijl", "06 00 00 04 17")),
        (PersonalData("Dijkstra", town="Appingedam"), ("", "Appingedam", "06 00 00 04 17")),
        (PersonalData("Dijkstra", phone="06 00 00 04 18"), ("Maxstraat", "Delfzijl", "06 00 00 04 18")),
    ],
)
def test_what_is_hidden_is_kept_unless_something_else_is_filled_in(
    after: PersonalData, kept: tuple[str, str, str]
) -> None:
    found = with_hidden_kept(RUBEN, after)
    assert (found.street, found.town, found.phone) == kept
    assert found.surname == "Dijkstra"


def test_where_post_may_go_is_hidden_with_the_address_and_kept_with_it() -> None:
    postbox = replace(RUBEN, mail_to="Postbus 1, Delfzijl")
    assert with_hidden_kept(postbox, replace(RUBEN, mail_to="")).mail_to == "Postbus 1, Delfzijl"
    assert with_hidden_kept(postbox, replace(RUBEN, mail_to="Postbus 2")).mail_to == "Postbus 2"


def test_what_changed_is_written_down_with_a_birth_date_as_far_as_it_is_known() -> None:
    data = PersonalData("Çelik", born=PartialDate(1975, 5), town="Delfzijl")
    assert json.loads(written(data, ["surname", "born"])) == {"surname": "Çelik", "born": "1975-05"}
    assert written(replace(data, born=None), ["born", "town"]) == '{"born": "", "town": "Delfzijl"}'
    assert "Ç" in written(data, ["surname"])
