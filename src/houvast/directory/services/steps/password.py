"""What makes a password good enough."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from houvast.directory.models import Account
from houvast.kernel.errors import Invalid


def check_password(password: str, account: Account) -> None:
    """Raise `Invalid` with in Dutch what is wrong with a password."""
    try:
        validate_password(password, account)
    except ValidationError as weak:
        raise Invalid({"new": " ".join(weak.messages)}) from weak
