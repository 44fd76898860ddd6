"""Who sets grounds, and who may share: pure functions, each condition by itself."""

from dataclasses import replace

from houvast.sharing.policy import may_set_grounds
from tests.cases.test_policy import ELSEWHERE, HERE, somebody


def test_administrators_and_the_privacy_officer_set_grounds_of_their_own_municipality() -> None:
    assert may_set_grounds(replace(somebody(), is_administrator=True), HERE).ground == "administrator"
    assert may_set_grounds(replace(somebody(), is_privacy_officer=True), HERE).ground == "privacy_officer"
    assert may_set_grounds(somebody(), HERE).reason == "not_administrator"
    assert may_set_grounds(replace(somebody(of=ELSEWHERE), is_administrator=True), HERE).reason == "not_administrator"
