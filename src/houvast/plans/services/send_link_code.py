"""Send a code to the number that was known of the contact of a link."""

from datetime import datetime
from uuid import UUID

from houvast.integrations.code_sender import code_sender, hand_over
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import CODE_FOR, Sending, SentCode, may_send, number_to_text
from houvast.plans import events
from houvast.plans.models import LinkCode, TaskLink
from houvast.plans.services.steps.load_link import acting_by_link
from houvast.vault.one_time_codes import digest_of_code, new_code


def send_link_code(*, actor: Actor, now: datetime, link_id: UUID) -> SentCode:
    """Make a code and send it; the code before it no longer works. Raises `NotVisible`.

    It is sent after the transaction is over, so that no lock waits for a gateway.
    """
    sender, code = code_sender(), new_code()
    with acting_by_link(events.LINK_CODE_ASKED, link_id, actor=actor, now=now) as (outside, link):
        sent = list(LinkCode.objects.filter(link=link).values_list("made_at", flat=True))
        outcome = Sending.NOT_SET_UP if sender is None else may_send(sent, now)
        if outcome is Sending.SENT:
            _write(link, code, number=len(sent) + 1, now=now)
        number = number_to_text(link.contact.phone)
        outside.acting.details["outcome"] = outcome.value
    if outcome is not Sending.SENT or sender is None:
        return SentCode(outcome)
    sent_code = hand_over(sender, number, code)
    if sent_code.outcome is Sending.FAILED:
        with acting_by_link(events.LINK_CODE_NOT_SENT, link_id, actor=actor, now=now):
            pass
    return sent_code


def _write(link: TaskLink, code: str, *, number: int, now: datetime) -> None:
    code_id = new_id()
    row = LinkCode(
        id=code_id,
        link=link,
        case_id=link.case_id,
        municipality_id=link.municipality_id,
        number=number,
        digest=digest_of_code(code_id, code),
        made_at=now,
        valid_until=now + CODE_FOR,
    )
    row.save(force_insert=True)
