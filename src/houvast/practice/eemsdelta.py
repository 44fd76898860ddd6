"""All that is told of Eemsdelta by name."""

from collections.abc import Callable

from houvast.practice import eemsdelta_going_on as going_on
from houvast.practice import eemsdelta_leading as leading
from houvast.practice import eemsdelta_waiting as waiting
from houvast.practice.eemsdelta_asking import granted, house_gives, others_ask, ruben_asks
from houvast.practice.eemsdelta_dijkhuis import dijkhuis
from houvast.practice.eemsdelta_elsewhere import from_elsewhere, kamps, wierda
from houvast.practice.eemsdelta_families import family_adviser
from houvast.practice.eemsdelta_keeping import long_closed
from houvast.practice.eemsdelta_lines import lines
from houvast.practice.eemsdelta_sharing import tamminga
from houvast.practice.eemsdelta_tables import tables
from houvast.practice.eemsdelta_tailored import hofstee
from houvast.practice.eemsdelta_together import drenth
from houvast.practice.stage import Stage
from houvast.practice.stories import Story

STORIES: tuple[Callable[[Stage], Story], ...] = (
    waiting.the_leave_of_erik,
    family_adviser,
    dijkhuis,
    waiting.tolsma,
    waiting.mulder_and_postma,
    waiting.abbas,
    waiting.wieringa,
    waiting.nijboer,
    waiting.tuinstra,
    going_on.rozema,
    going_on.elzinga,
    going_on.sibinga,
    going_on.van_wier,
    going_on.bouwman,
    going_on.hoving,
    drenth,
    leading.van_dam,
    leading.koster,
    leading.hazelhof,
    leading.van_der_vegt,
    leading.bakker,
    leading.prins,
    wierda,
    kamps,
    from_elsewhere,
    hofstee,
    tamminga,
    tables,
    lines,
    ruben_asks,
    others_ask,
    granted,
    house_gives,
    long_closed,
)
