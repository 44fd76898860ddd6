"""Keeps practice and real work apart: no database holds accounts of both."""

from houvast.directory.selectors_accounts import count_accounts
from houvast.kernel.errors import HouvastError


class OtherRows(HouvastError):
    """The database belongs to the other kind of Houvast."""


def refuse_other_accounts(*, practice: bool) -> None:
    """Refuse to practise in a database with real accounts, and to work in one with practice accounts.

    The passwords of practice accounts stand on the sign-in page, so neither may happen by mistake.
    """
    if not count_accounts(practice=not practice):
        return
    if practice:
        raise OtherRows(
            "In deze database staan accounts van echte mensen. De oefenregio stopt en verandert niets. "
            "Gebruik een lege database, of zet HOUVAST_PRACTICE uit."
        )
    raise OtherRows("In deze database staan oefenaccounts. Gebruik een lege database voor het echte werk.")
