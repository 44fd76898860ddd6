"""Fill an empty database with the practice region."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime

from houvast.audit.services.act import together
from houvast.directory.selectors_accounts import is_empty
from houvast.kernel.dutch_dates import known_part
from houvast.kernel.errors import HouvastError
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.practice import eemsdelta, intake_eemsdelta, intake_elsewhere
from houvast.practice.moments import Moments
from houvast.practice.municipalities import MUNICIPALITIES
from houvast.practice.names import NameBook
from houvast.practice.partners import PARTNERS
from houvast.practice.police_list import Dispatcher
from houvast.practice.region import Region
from houvast.practice.registering import give_extras, name_book, register_partner, register_town
from houvast.practice.settling import Settler
from houvast.practice.spread import spread
from houvast.practice.stage import Stage
from houvast.practice.stories import Story, tell

EEMSDELTA = "eemsdelta"
"""The municipality of which is told by name; its cases are those of the pages that show how Houvast looks."""


class NotEmpty(HouvastError):
    """There is something in the database already."""


def fill(say: Callable[[str], None], *, now: datetime, only: Collection[str] = ()) -> None:
    """Fill the database, all of it or nothing, and say in Dutch how far it is.

    `only` names the codes of municipalities; none means all. Raises `NotEmpty` when there is something in it already.
    """
    if not is_empty():
        raise NotEmpty("In deze database staat al iets. De oefenregio vult alleen een lege database.")
    with together():
        region = _register(say, only, now)
        _tell(say, region, now)
    say("De oefenregio is klaar. Iedereen erin is verzonnen.")


def _register(say: Callable[[str], None], only: Collection[str], now: datetime) -> Region:
    region, names = Region(), name_book()
    for local in MUNICIPALITIES:
        if not only or local.code in only:
            say(f"Gemeente {local.name}: mensen, teams en meldpunten")
            region.towns[local.code] = register_town(local, names, now=now)
    say("Partners: politie, zorg, wonen, opvang en veiligheidshuizen")
    for partner in PARTNERS:
        register_partner(partner, region, now=now)
    for town in region.towns.values():
        give_extras(town, now=now)
    return region


def _tell(say: Callable[[str], None], region: Region, now: datetime) -> None:
    said = ""
    for moment in tell(_stories(region, Moments(now))):
        day = in_amsterdam(moment)
        month = known_part(PartialDate(day.year, day.month, None))
        if month != said:
            say(f"Wat mensen deden in {month}")
            said = month


def _stories(region: Region, at: Moments) -> Iterator[Story]:
    names = NameBook("inwoners")
    dispatcher = Dispatcher(names)
    stages = {code: Stage(region, town, at) for code, town in region.towns.items()}
    for turn, (code, stage) in enumerate(stages.items()):
        yield from spread(stage, Settler(stage.town, names), turn)
        if code == EEMSDELTA:
            yield from (story(stage) for story in eemsdelta.STORIES)
            yield from intake_eemsdelta.stories(stage, dispatcher)
    elsewhere = [stage for code, stage in stages.items() if code != EEMSDELTA]
    if elsewhere:
        yield from intake_elsewhere.stories(elsewhere, dispatcher)
