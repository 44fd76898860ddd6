"""Write a personal code; the one before it works no longer."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from houvast.kernel.ids import new_id
from houvast.participation.models import Participant, PersonalCode
from houvast.participation.rules.personal_codes import DAYS_UNUSED, shown
from houvast.participation.services.steps.secrets import digest_of_personal_code, new_personal_code


def write_personal_code(row: Participant, *, by: UUID, now: datetime, chosen: str = "") -> str:
    """Give the code as it stands on paper; the caller has locked its case.

    `chosen` is for a practice region only, where the page to sign in says it. Raises `ValueError` elsewhere.
    """
    if chosen and not settings.HOUVAST_PRACTICE:
        raise ValueError("only a practice region chooses a code")
    signs = chosen or new_personal_code()
    before = PersonalCode.objects.filter(participant=row).order_by("-number").first()
    code = PersonalCode(
        id=new_id(),
        participant=row,
        case_id=row.case_id,
        municipality_id=row.municipality_id,
        number=(before.number if before else 0) + 1,
        digest=digest_of_personal_code(signs),
        made_at=now,
        made_by_id=by,
        valid_until=now + timedelta(days=DAYS_UNUSED),
    )
    code.save(force_insert=True)
    return shown(signs)
