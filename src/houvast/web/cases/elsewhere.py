"""What runs between this case and another municipality, as links."""

from datetime import datetime

from houvast.cases.rules.stays import has_passed
from houvast.cases.selectors.moves import MoveLine
from houvast.cases.selectors.stays import ElsewhereLine
from houvast.desk.rules.work import term
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import Act


def elsewhere(page: CasePage, now: datetime) -> tuple[Act, ...]:
    """Give the offer that waits for another municipality, and the stays that are not over, each with its last day."""
    crossed = page.elsewhere
    offers = (Act(_offer(each, now), addresses.move(each.id)) for each in crossed.moves if each.outcome is None)
    stays = (Act(_stay(each, now), addresses.stay(each.id)) for each in crossed.stays if not each.has_ended)
    return (*offers, *stays)


def _offer(each: MoveLine, now: datetime) -> str:
    return f"Aangeboden aan {each.to_municipality}: {term(each.answer_before, now)[0]}"


def _stay(each: ElsewhereLine, now: datetime) -> str:
    today = in_amsterdam(now).date()
    if has_passed(each.until_on, today):
        return f"Verblijf in {each.host}: de afspraak is afgelopen ({short(each.until_on, today)})"
    return f"Verblijf in {each.host}: {each.who} kijkt mee tot en met {short(each.until_on, today)}"
