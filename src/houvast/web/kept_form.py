"""A form that was sent after the session had ended: kept until the same person has signed in again.

What somebody typed may be about a resident, so it is sealed before it goes into the session, and only the account that
typed it gets it back. Files and passwords are not kept.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, QueryDict

from houvast.vault.sealing import seal_under_master, unseal_under_master

KEPT_PATH = "/account/bewaard"
_SESSION_KEY = "kept_form"
_PLACE = "session.kept_form"
_LARGEST = 200_000
_PASSWORD_FIELDS = ("current", "new", "again")
_NEVER_KEPT = ("csrfmiddlewaretoken", "password", "wachtwoord")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going and what was in it, in the order in which it was sent."""

    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Give what was written in words; the rest are choices, which only their own page can show."""
        return _sentences(self.fields)


def sentences_in(posted: QueryDict) -> tuple[str, ...]:
    """Give what was written in words in a form; passwords never."""
    return _sentences(_fields(posted))


def _sentences(fields: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(value for _, value in fields if " " in value.strip())


def _fields(posted: QueryDict) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in posted.lists()
        if name not in _PASSWORD_FIELDS and not name.lower().startswith(_NEVER_KEPT)
        for value in values
        if isinstance(value, str)
    ]


def keep_form(request: HttpRequest, account_id: UUID) -> bool:
    """Keep what was posted for this account; False when it is too much to keep."""
    text = json.dumps({"path": request.get_full_path(), "fields": _fields(request.POST)})
    if len(text) > _LARGEST:
        return False
    request.session[_SESSION_KEY] = {"account": str(account_id), "sealed": seal_under_master(text, place=_PLACE)}
    return True


def has_kept_form(request: HttpRequest, account_id: UUID) -> bool:
    """Say whether a form of this account is waiting; a form of somebody else is thrown away."""
    kept = request.session.get(_SESSION_KEY)
    if kept is None:
        return False
    if kept["account"] != str(account_id):
        drop_kept_form(request)
        return False
    return True


def kept_form(request: HttpRequest, account_id: UUID) -> KeptForm | None:
    """Give the form that was kept for this account; None when there is none."""
    if not has_kept_form(request, account_id):
        return None
    content = json.loads(unseal_under_master(request.session[_SESSION_KEY]["sealed"], place=_PLACE))
    return KeptForm(content["path"], tuple((name, value) for name, value in content["fields"]))


def drop_kept_form(request: HttpRequest) -> None:
    """Throw away what was kept."""
    request.session.pop(_SESSION_KEY, None)
