"""Record how it was made sure who asks; then a house that keeps a file on this person is asked too.

From then on a correction that is asked, or an objection, stands beside each case in the resident's own words; sharing
is restricted while an objection is weighed (AVG art. 18).
"""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.asking import identity_ways
from houvast.accountability.rules.requests import Asker, IdentityWay
from houvast.accountability.services.steps.identifying import identify
from houvast.accountability.services.steps.requesting import load_request
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_ALREADY = "Dit is al gecontroleerd."
_MANDATE = "Wie voor een ander vraagt, laat een machtiging of bewijs van gezag zien."
_NO_CODES = "Dit verzoek kwam niet van een eigen pagina. Kies hoe u weet wie het vraagt."


def check_identity(*, actor: Actor, now: datetime, request_id: UUID, how: IdentityWay) -> None:
    """Record it, and put the request before each house that keeps a file: all are responsible (BGS art. 1.1).

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with act(events.REQUEST_IDENTIFIED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        if view.standing.is_identified:
            raise Conflict(_ALREADY)
        if view.asker is not Asker.RESIDENT and how is not IdentityWay.SAW_MANDATE:
            raise Invalid({"how": _MANDATE})
        if how not in identity_ways(view.signed_in):
            raise Invalid({"how": _NO_CODES})
        houses = identify(row, view.content.words, how, actor=actor, viewer=viewer, now=now)
        acting.details.update({"how": how.value, "houses": houses})
