"""Send a code to the telephone of a participant, to the number that is known of them."""

from datetime import datetime
from uuid import UUID

from houvast.integrations.code_sender import code_sender, hand_over
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import CODE_FOR, Sending, SentCode, may_send, number_to_text
from houvast.participation import events
from houvast.participation.models import Participant, PersonalCode, SignInCode
from houvast.participation.rules.personal_codes import CODES_WITHIN
from houvast.participation.selectors.taking_part import phone_of
from houvast.participation.services.steps.load_participant import acting_as_participant
from houvast.vault.one_time_codes import digest_of_code, new_code


def send_sign_in_code(*, actor: Actor, now: datetime, participant_id: UUID) -> SentCode:
    """Make a code and send it; the code before it no longer works. Raises `NotVisible`.

    It is sent after the transaction is over, so that no lock waits for a gateway. So many go out in a day; a new
    code on paper begins anew, so that who found the old one cannot keep its owner out.
    """
    sender, code = code_sender(), new_code()
    with acting_as_participant(events.SIGN_IN_CODE_ASKED, participant_id, actor=actor, now=now) as (outside, row):
        codes = SignInCode.objects.filter(participant=row)
        counted = codes.filter(made_at__gt=now - CODES_WITHIN, made_at__gte=_newest_paper(row, now))
        sent = list(counted.values_list("made_at", flat=True))
        number = number_to_text(phone_of(row))
        outcome = Sending.NOT_SET_UP if sender is None or not number else may_send(sent, now)
        if outcome is Sending.SENT:
            _write(row, code, number=codes.count() + 1, now=now)
        outside.acting.details["outcome"] = outcome.value
    if outcome is not Sending.SENT or sender is None:
        return SentCode(outcome)
    sent_code = hand_over(sender, number, code)
    if sent_code.outcome is Sending.FAILED:
        with acting_as_participant(events.SIGN_IN_CODE_NOT_SENT, participant_id, actor=actor, now=now):
            pass
    return sent_code


def _newest_paper(row: Participant, now: datetime) -> datetime:
    """Give when the newest code on paper was made."""
    made = PersonalCode.objects.filter(participant=row).order_by("-number")
    return made.values_list("made_at", flat=True).first() or now


def _write(row: Participant, code: str, *, number: int, now: datetime) -> None:
    code_id = new_id()
    SignInCode(
        id=code_id,
        participant=row,
        case_id=row.case_id,
        municipality_id=row.municipality_id,
        number=number,
        digest=digest_of_code(code_id, code),
        made_at=now,
        valid_until=now + CODE_FOR,
    ).save(force_insert=True)
