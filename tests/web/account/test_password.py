"""People change their own password, with the old one."""

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Account
from houvast.directory.services.change_password import change_password
from houvast.directory.services.open_account import open_account
from houvast.kernel.actor import member, system
from houvast.kernel.errors import Refused
from tests.web.account.visitor import PAGE, PASSWORD, Clock, Visitor
from tests.worlds import World

NEW = "een andere lange zin over regen"


def change(visitor: Visitor, current: str = PASSWORD, new: str = NEW, again: str = NEW) -> tuple[int, str]:
    answer = visitor.post(PAGE, {"current": current, "new": new, "again": again})
    return answer.status_code, answer.text


def test_the_new_password_counts_from_now_on(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    assert change(visitor)[0] == 302
    assert "Andere apparaten zijn uitgelogd." in visitor.get(PAGE).text
    assert visitor.is_in()
    other = Visitor(clock)
    assert other.give_password().status_code == 422
    assert other.give_password(password=NEW).headers["Location"] == "/inloggen/code"
    assert Entry.objects.filter(event="account.password_changed", subject_id=marit.pk).count() == 1


def test_other_devices_are_signed_out(marit: Account, visitor: Visitor, clock: Clock) -> None:
    visitor.sign_in()
    clock.forward(seconds=30)
    other = Visitor(clock)
    other.sign_in()
    assert other.is_in()
    change(visitor)
    assert not other.is_in()


def test_the_old_password_is_asked(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    status, page = change(visitor, current="iets anders")
    assert status == 422
    assert "Dit is niet uw huidige wachtwoord." in page
    assert Entry.objects.filter(event="account.sign_in_failed", subject_id=marit.pk).count() == 1


def test_guessing_the_old_password_closes_the_door(marit: Account, visitor: Visitor) -> None:
    visitor.sign_in()
    assert [change(visitor, current="iets anders")[0] for _ in range(6)] == [422, 422, 422, 422, 422, 429]


@pytest.mark.parametrize(
    ("new", "again", "why"),
    [
        ("kort", "kort", "12"),
        ("123456789012345", "123456789012345", "cijfers"),
        (NEW, NEW + "!", "Dit is niet hetzelfde als het nieuwe wachtwoord."),
        ("", "", "Vul een nieuw wachtwoord in."),
    ],
)
def test_a_new_password_is_good_and_typed_twice_alike(
    marit: Account, visitor: Visitor, new: str, again: str, why: str
) -> None:
    visitor.sign_in()
    status, page = change(visitor, new=new, again=again)
    assert status == 422
    assert why in page
    marit.refresh_from_db()
    assert marit.check_password(PASSWORD)


def test_nobody_changes_the_password_of_another(marit: Account, clock: Clock) -> None:
    with pytest.raises(Refused, match="uw eigen wachtwoord"):
        change_password(marit.pk, NEW, actor=system("test"), now=clock.now)


def test_the_password_of_a_practice_account_stays(world: World, clock: Clock) -> None:
    account_id = open_account(world.id("bram"), "bram", practice=True, actor=system("test"), now=clock.now)
    with pytest.raises(Refused, match="oefenaccount"):
        change_password(account_id, NEW, actor=member(world.id("bram")), now=clock.now)
