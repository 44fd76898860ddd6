"""Reads for judging whose database this is: that of a practice region, of real work, or nobody's yet."""

from datetime import datetime
from uuid import UUID

from houvast.directory.models import Account, MemberFunction, Municipality, Organisation
from houvast.directory.selectors import ADMINISTRATOR, holds_at


def count_accounts(*, practice: bool) -> int:
    """Count the practice accounts, or all others."""
    return Account.objects.filter(is_practice=practice).count()


def is_empty() -> bool:
    """Say whether nobody works with this database yet: no municipality, organisation or account."""
    tables = (Municipality.objects, Organisation.objects, Account.objects)
    return not any(table.exists() for table in tables)


def administrator_accounts(municipality_id: UUID, *, now: datetime) -> dict[str, UUID]:
    """Give the accounts of who administers a municipality now, by the name that they sign in with."""
    held = MemberFunction.objects.filter(holds_at(now), holds_at(now, "member__"), function=ADMINISTRATOR)
    members = held.filter(member__organisation__municipality_id=municipality_id).values("member_id")
    return dict(Account.objects.filter(is_active=True, member_id__in=members).values_list("username", "pk"))
