"""Reads for judging whose database this is: that of a practice region, of real work, or nobody's yet."""

from houvast.directory.models import Account, Municipality, Organisation


def count_accounts(*, practice: bool) -> int:
    """Count the practice accounts, or all others."""
    return Account.objects.filter(is_practice=practice).count()


def is_empty() -> bool:
    """Say whether nobody works with this database yet: no municipality, organisation or account."""
    tables = (Municipality.objects, Organisation.objects, Account.objects)
    return not any(table.exists() for table in tables)
