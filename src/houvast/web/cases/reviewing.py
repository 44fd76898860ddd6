"""Herzien: look again at the phase, and record that it still fits."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.rules.reviewing import NewReview, last_review_day
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.reviews import ReviewLine, last_review
from houvast.cases.services.review_phase import review_phase
from houvast.desk.rules.work import days_since
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.errors import Refused
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.cases.forms import ReviewForm
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import Link
from houvast.web.own_words_look import seen_words
from houvast.web.phase_look import own_direction


@signed_in
def review(request: DoorRequest, code: str) -> HttpResponse:
    """Record that the phase still fits."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_review(request.viewer, found.facts)
    if not verdict.allowed:
        raise Refused(verdict)
    weeks, today = found.band.phase.review_weeks, in_amsterdam(request.now).date()
    last = last_review_day(weeks, today)
    form = ReviewForm(request.POST or None, initial={"seen": found.band.period_id, "once": new_id(), "review_on": last})
    form.fields["review_on"].required = last is not None
    if last is not None:
        latest = f"Het AVE-model vraagt: binnen {weeks} weken, uiterlijk {short(last, today)}."
        form.fields["review_on"].help_text = latest

    def do(data: dict[str, object]) -> str:
        review_on = data["review_on"]
        review_phase(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            new=NewReview(
                weighed=str(data["weighed"]),
                resident_asked=data["resident_asked"] == "yes",
                why_not_asked=str(data["why_not_asked"]),
                review_on=review_on if isinstance(review_on, date) else None,
            ),
            seen_period=UUID(str(data["seen"])),
            review_id=UUID(str(data["once"])),
            seen_words=seen_words(request),
        )
        return addresses.case(found.band.code)

    before = last_review(request.viewer, found.band.period_id, now=request.now)
    return act_page(request, _page(found, before, request.now), form, do, about=found, hears=True)


def _page(found: FoundCase, before: ReviewLine | None, now: datetime) -> ActPage:
    band = found.band
    label = f"AVE {band.phase.number}"
    scaling = Link("Op- of afschalen", addresses.case_act(band.code, "schalen"))
    return ActPage(
        title=f"Past {label} nog?",
        button=f"Vastleggen dat {label} nog past",
        done=f"Vastgelegd: {label} past nog.",
        not_done="Nog niet vastgelegd.",
        back=addresses.case(band.code),
        back_text=f"{band.name}, {band.code}",
        intro=band.phase.situation,
        consequences=(
            f"De casus blijft in {label}. Niemand krijgt of verliest een rol.",
            "De dag waarop u opnieuw kijkt, staat bovenaan de casus en komt vanzelf terug op Mijn werk.",
            "In de tijdlijn staat dat u keek, wanneer u weer kijkt, en of de inwoner is gevraagd.",
            "Wat u opschrijft, leest wie besluiten van deze casus mag zien. Het verandert niet meer.",
        ),
        facts=_facts(found, before, now),
        elsewhere=Elsewhere("Past de fase niet meer? Leg dan niets vast, maar ga naar:", (scaling,)),
    )


def _facts(found: FoundCase, before: ReviewLine | None, now: datetime) -> tuple[tuple[str, str], ...]:
    """Say how long the case is in this phase, and what was weighed the last time."""
    since = days_since(found.band.since, now)
    long = "sinds vandaag" if since == "vandaag" else f"{since}, sinds {moment(found.band.since, now)}"
    facts = [("In deze fase", long), *own_direction(found.band.phase)]
    if before is not None:
        facts.append(("Vorige keer", f"{before.reviewed_by}, {moment(before.reviewed_at, now)}. {before.weighed}"))
    if before is not None and before.why_not_asked:
        facts.append(("Inwoner toen niet gevraagd", before.why_not_asked))
    return tuple(facts)
