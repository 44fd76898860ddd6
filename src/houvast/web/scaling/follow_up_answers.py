"""What was filled in of what may also follow later, recorded after the decision that it follows."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages

from houvast.cases.services.record_follow_up import record_follow_up
from houvast.kernel.errors import HouvastError
from houvast.web.door import DoorRequest
from houvast.web.scaling.forms import FollowUpAnswer

NOT_KEPT = "De casus is verplaatst. Wie is gehoord en wat is verteld, is niet bewaard: vul dat aan bij de casus."


def keep(request: DoorRequest, decision_id: UUID, answers: Sequence[FollowUpAnswer]) -> None:
    """Record the answers. The decision stands whatever happens here: what is not recorded stays open and visible."""
    for answer in answers:
        try:
            record_follow_up(
                actor=request.actor,
                now=request.now,
                decision_id=decision_id,
                item=answer.item,
                state=answer.state,
                on_date=answer.on_date,
                text=answer.text,
            )
        except HouvastError:
            messages.warning(request, NOT_KEPT)
            return
