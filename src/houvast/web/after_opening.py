"""Where somebody goes who opened a case: to that case, or on with their work when they may not see it themselves."""

from houvast.cases.rules.opening import Choice
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.services.open_case import OpenedCase
from houvast.kernel.errors import NotVisible
from houvast.web import addresses
from houvast.web.act_page import Done
from houvast.web.door import DoorRequest


def after_opening(request: DoorRequest, opened: OpenedCase, *, elsewhere: str, director: Choice | None) -> Done:
    """Give the page of the new case; `elsewhere` for who may not see it, with its number and who does see it."""
    try:
        case_by_code(request.viewer, opened.code, now=request.now)
    except NotVisible:
        said = f"Casus {opened.code} is open. U ziet haar zelf niet, want u heeft er geen rol in. {_who_does(director)}"
        return Done(elsewhere, said)
    return Done(addresses.case(opened.code), f"Casus {opened.code} is open.")


def _who_does(director: Choice | None) -> str:
    if director is None:
        return "Zij staat op Mijn werk van de procesregisseurs."
    return "Wie u koos, ziet haar wel." if director.member_id else "De inwoner heeft de casusregie."
