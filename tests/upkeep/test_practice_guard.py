"""Practice accounts and real accounts never share a database."""

from datetime import UTC, datetime

import pytest

from houvast.directory.models import Account, Member, Municipality, Organisation
from houvast.upkeep.practice_guard import OtherRows, refuse_other_accounts

pytestmark = pytest.mark.django_db


def open_account(*, practice: bool) -> None:
    """Store an account of an invented member."""
    municipality = Municipality.objects.create(code="verzonnen", name="Verzonnen", region="Groningen")
    organisation = Organisation.objects.create(
        kind=Organisation.Kind.MUNICIPALITY, name="Gemeente Verzonnen", municipality=municipality
    )
    someone = Member.objects.create(
        organisation=organisation, name="Marit Verzonnen", from_at=datetime(2026, 1, 5, tzinfo=UTC)
    )
    Account.objects.create(username="marit", member=someone, is_practice=practice)


@pytest.mark.parametrize("practice", [True, False])
def test_an_empty_database_is_fit_for_both(practice: bool) -> None:
    refuse_other_accounts(practice=practice)


@pytest.mark.parametrize("practice", [True, False])
def test_accounts_of_its_own_kind_are_fine(practice: bool) -> None:
    open_account(practice=practice)
    refuse_other_accounts(practice=practice)


def test_practice_refuses_a_database_with_a_real_account() -> None:
    open_account(practice=False)
    with pytest.raises(OtherRows, match="accounts van echte mensen"):
        refuse_other_accounts(practice=True)


def test_real_work_refuses_a_database_with_a_practice_account() -> None:
    open_account(practice=True)
    with pytest.raises(OtherRows, match="oefenaccounts"):
        refuse_other_accounts(practice=False)
