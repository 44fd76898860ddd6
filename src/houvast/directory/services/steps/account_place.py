"""Where an account belongs, so that what happens with it stands in the log of that municipality."""

from uuid import UUID

from houvast.directory.models import Account


def municipality_of_account(account_id: UUID) -> UUID | None:
    """Give the municipality where the holder of an account works; None for a partner, which belongs to none."""
    rows = Account.objects.filter(pk=account_id).values_list("member__organisation__municipality_id", flat=True)
    return rows.first()
