"""Set within how many months a municipality answers requests: quicker than the law, never slower."""

from datetime import datetime

from houvast.accountability import events, policy
from houvast.accountability.models import RequestTerm
from houvast.accountability.rules.requests import Term, term_problems
from houvast.accountability.selectors.requests import term_of
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_CHANGED = "Iemand anders heeft dit intussen gewijzigd."


def set_request_term(*, actor: Actor, now: datetime, term: Term) -> None:
    """Set it; `term.number` is the version that was seen. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with act(events.REQUEST_TERM_SET, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_set_request_term(viewer))
        problems = term_problems(term)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        if term_of(municipality_id).number != term.number:
            raise Conflict(_CHANGED)
        RequestTerm.objects.create(
            municipality_id=municipality_id,
            number=term.number + 1,
            months=term.months,
            extension=term.extension,
            source=term.source.strip(),
            set_by_id=viewer.member_id,
            set_at=now,
        )
        acting.details.update({"months": term.months, "extension": term.extension})
