"""What runs between this case and another municipality, as links."""

from datetime import datetime

from houvast.cases.rules.stays import has_passed
from houvast.cases.selectors.stays import ElsewhereLine
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import Act


def elsewhere(page: CasePage, now: datetime) -> tuple[Act, ...]:
    """Give the stays in other municipalities that are not over, each with its last day."""
    return tuple(Act(_stay(each, now), addresses.stay(each.id)) for each in page.stays if not each.has_ended)


def _stay(each: ElsewhereLine, now: datetime) -> str:
    today = in_amsterdam(now).date()
    if has_passed(each.until_on, today):
        return f"Verblijf in {each.host}: de afspraak is afgelopen ({short(each.until_on, today)})"
    return f"Verblijf in {each.host}: {each.who} kijkt mee tot en met {short(each.until_on, today)}"
