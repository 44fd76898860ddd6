"""Draw a sample of the log by lot. The seed comes from the machine, and is on record: nobody chooses what is drawn."""

import secrets
from collections import Counter
from datetime import date, datetime
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.models import Sample, SampledOpening
from houvast.accountability.rules.sampling import Opening, Stratum, drawn, problems
from houvast.accountability.selectors.sampling import population
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam

_NOTHING = "In deze dagen opende niemand anders een casus. Kies een andere tijd."


def draw_sample(*, actor: Actor, now: datetime, first: date | None, last: date | None, wanted: int) -> UUID:
    """Draw it; gives its id. What who draws it opened is not in it. Raises `Refused`, `Invalid` or `Conflict`."""
    with act(events.SAMPLE_DRAWN, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_sample(viewer))
        wrong = problems(first, last, wanted, today=in_amsterdam(now).date())
        if wrong or first is None or last is None:
            raise Invalid(wrong)
        hold_municipality(municipality_id)
        same = {"first_on": first, "last_on": last, "wanted": wanted, "drawn_by_id": viewer.member_id}
        if Sample.objects.filter(municipality=municipality_id, drawn_at__gt=now - SAME_WITHIN, **same).exists():
            raise Conflict(ALREADY)
        every = population(municipality_id, first, last, without=viewer.member_id)
        if not every:
            raise Invalid({"last": _NOTHING})
        sample = Sample(
            municipality_id=municipality_id,
            number=Sample.objects.filter(municipality=municipality_id).count() + 1,
            first_on=first,
            last_on=last,
            wanted=wanted,
            seed=secrets.token_hex(16),
            sizes=Counter(each.stratum.value for each in every),
            drawn_by_id=viewer.member_id,
            drawn_at=now,
        )
        chosen = drawn(every, wanted=wanted, seed=sample.seed)
        sample.save(force_insert=True)
        SampledOpening.objects.bulk_create(_row(sample, number, each) for number, each in enumerate(chosen, start=1))
        counted = Counter(each.stratum for each in chosen)
        acting.subject, acting.subject_id = "sample", sample.id
        acting.details = {
            "number": sample.number,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "wanted": wanted,
            "seed": sample.seed,
            "groups": [f"{each.value}:{counted[each]}/{sample.sizes.get(each.value, 0)}" for each in Stratum],
        }
        return sample.id


def _row(sample: Sample, number: int, each: Opening) -> SampledOpening:
    return SampledOpening(
        sample=sample,
        municipality_id=sample.municipality_id,
        number=number,
        stratum=each.stratum.value,
        entry_id=each.entry,
        member_id=each.member,
        case_id=each.case,
        day=each.day,
        rows=each.rows,
    )
