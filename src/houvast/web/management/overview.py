"""The way in for an administrator: everything that there is to manage, with how much of it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.directory.selectors import organisation_name
from houvast.directory.selectors_arrangements import Counts, counts
from houvast.directory.selectors_houses import houses_for
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.management.listing import Row


@require_safe
@signed_in
def overview_page(request: DoorRequest) -> HttpResponse:
    """Show what there is to manage."""
    found = counts(request.viewer, now=request.now)
    rows = (*_rows(found), *_of_municipality(request))
    context = {"nav": "beheer", "entries": rows, "organisation": organisation_name(request.viewer.organisation_id)}
    return render(request, "beheer/overzicht.html", context)


def _rows(found: Counts) -> tuple[Row, ...]:
    waiting = _number(found.repairs, "vraag wacht", "vragen wachten")
    return (
        Row(
            "Mensen",
            f"{_number(found.people, 'medewerker', 'medewerkers')}: functies, vervangers, accounts en vertrek.",
            url="/beheer/mensen/",
        ),
        Row(
            "Teams",
            f"{_number(found.teams, 'team', 'teams')}: wie bij welk team hoort, en op welk domein.",
            url="/beheer/teams/",
        ),
        Row(
            "Mandaten",
            f"{_number(found.mandates, 'mandaat', 'mandaten')}: wie een besluit namens een ander mag vastleggen.",
            url="/beheer/mandaten/",
        ),
        Row("Duo's", f"{_number(found.duos, 'duo', 'duo’s')}: wie signalen en werklijst delen.", url="/beheer/duos/"),
        Row("Herstel", f"{waiting} op goedkeuring van een tweede beheerder.", url="/beheer/herstel/"),
    )


def _of_municipality(request: DoorRequest) -> tuple[Row, ...]:
    """Give what only a municipality has."""
    if request.viewer.municipality_id is None:
        return ()
    model = Row("AVE-model", "Welke versie geldt, en een andere vaststellen.", url="/beheer/model/")
    told = "Thema’s, redenen, urgenties, termijnen en wie antwoordt bij direct doorzetten."
    tables = Row("Tafels", "Overlegtafels: wie voorzit, en wie er aan tafel zit.", url="/beheer/tafels/")
    areas = Row("Leefgebieden", "Waar een plan naar vraagt.", url="/beheer/leefgebieden/")
    tailor_made = Row(
        "Maatwerk", "Tot welk bedrag een casusregisseur zelf beslist, en budgetten.", url="/beheer/maatwerk/"
    )
    own_pages = Row(
        "Eigen pagina", "Cliëntondersteuner, klachten, en de leeftijden van kinderen.", url="/beheer/eigen-pagina/"
    )
    grounds = Row("Gronden om te delen", "Met wie, waarvoor en volgens welke wet; en de convenanten.", url="/gronden/")
    intake = Row("Intake", told, url="/beheer/intake/")
    sees = Row("Wie ziet wat", "Wat elke rol van een casus ziet, en wat uw gemeente dichtzet.", url="/wie-ziet-wat/")
    houses = _criteria(request.viewer.municipality_id, request.now)
    lines = Row("Korte lijnen", "Na hoeveel tijd een team nakijkt of een lijn nog klopt.", url="/beheer/korte-lijnen/")
    letters = Row("Brieven", "Waarmee elke soort brief aan een inwoner begint.", url=addresses.letter_template())
    return (model, intake, areas, tailor_made, tables, grounds, letters, own_pages, lines, sees, *houses)


def _criteria(municipality_id: UUID, now: datetime) -> tuple[Row, ...]:
    """Give the houses of the region where nobody works in Houvast: a municipality sets their criteria."""
    outside = (each for each in houses_for(municipality_id, now=now).values() if not each.works_here and each.region)
    told = "Waar een aanmelding naar vraagt. Daar werkt niemand met Houvast, dus stelt u dat in."
    return tuple(Row(f"Criteria van {each.name}", told, url=addresses.criteria(each.id)) for each in outside)


def _number(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
