"""Asking whether somebody is known: what must be said, and what is set aside to be judged."""

from datetime import date
from uuid import UUID

import pytest

from houvast.sharing.rules.known import Sought, full, in_sample, sought_problems
from tests.sentences import told_at

BORN = date(1992, 3, 4)


@pytest.mark.parametrize(
    ("sought", "purpose", "wrong"),
    [
        (Sought("123456782"), "signal", set()),
        (Sought(surname="Vegt", born=BORN), "signal", set()),
        (Sought(), "signal", {"bsn"}),
        (Sought(surname="Vegt"), "signal", {"born"}),
        (Sought(born=BORN), "signal", {"bsn"}),
        (Sought("123456782", "Vegt", BORN), "signal", {"bsn"}),
        (Sought("123456782"), "nieuwsgierig", {"purpose"}),
    ],
)
def test_one_person_is_named_and_why(sought: Sought, purpose: str, wrong: set[str]) -> None:
    assert told_at(sought_problems(sought, purpose, {"signal"})) == wrong


def test_what_is_set_aside_follows_from_the_id_and_grows_with_the_share() -> None:
    ids = [UUID(int=number) for number in range(1000)]
    # sha256 of sixteen zero bytes begins with 374708ff = 927402239; that is 39 of a hundred.
    assert (in_sample(ids[0], 39), in_sample(ids[0], 40)) == (False, True)
    chosen = [{each for each in ids if in_sample(each, share)} for share in (0, 10, 30, 100)]
    assert (len(chosen[0]), len(chosen[3])) == (0, 1000)
    assert chosen[1] < chosen[2]
    assert 60 < len(chosen[1]) < 140


def test_who_asked_often_enough_hears_when_it_can_again() -> None:
    assert full(1).startswith("U vroeg dit vandaag al 1 keer.")
    assert "20 keer. Meer mag niet op één dag. Morgen kan het weer." in full(20)
