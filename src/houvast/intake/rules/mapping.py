"""Which column of a list holds which field.

Every source names its columns in its own way. A mapping says per field which headings it may have; headings are
compared without regard to capitals, spaces, punctuation and accents.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from houvast.intake.rules.finding import Finding
from houvast.intake.rules.source import SourceError, SourceRow
from houvast.intake.rules.spelling import key


class Field(StrEnum):
    """What a row can tell. The values are the names in a mapping file."""

    INCIDENT = "incidentnummer"
    REPORT_DATE = "datum"
    REPORT_TIME = "tijd"
    KIND = "klasse"
    SURNAME = "achternaam"
    PREFIX = "tussenvoegsel"
    FIRST_NAMES = "voornamen"
    BIRTH_DATE = "geboortedatum"
    SEX = "geslacht"
    BSN = "bsn"
    STREET = "straat"
    HOUSE_NUMBER = "huisnummer"
    POSTCODE = "postcode"
    PLACE = "woonplaats"
    MUNICIPALITY = "gemeente"
    NOTES = "toelichting"


# Without these no row can be told from another or be sent to a municipality; without names all people are unknown.
REQUIRED = (Field.INCIDENT, Field.REPORT_DATE, Field.SURNAME, Field.MUNICIPALITY)


class MappingError(ValueError):
    """A mapping file is wrong. The message says in Dutch where and what."""


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One row by field: the values as they stand, the heading of each field, and what is wrong with its form."""

    number: int
    values: Mapping[Field, str]
    headings: Mapping[Field, str]
    fault: Finding | None = None
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields of one file are: position and heading as it stands in the file."""

    positions: Mapping[Field, int]
    headings: Mapping[Field, str]

    def pick(self, row: SourceRow) -> MappedRow:
        """The row by field; a cell that the row does not have is empty."""
        values = {
            field: row.cells[position] if position < len(row.cells) else ""
            for field, position in self.positions.items()
        }
        return MappedRow(row.number, values, self.headings, row.fault, row.is_short)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Per field the headings it may have, the most wanted first."""

    headings: Mapping[Field, tuple[str, ...]]

    def locate(self, found: Sequence[str]) -> Columns:
        """The columns in a file with these headings.

        SourceError when a required column is missing, naming the headings that were found, or when a heading that is
        used stands in the file twice, because then nobody can say which of the two is meant.
        """
        positions: dict[Field, int] = {}
        keys = [key(heading) for heading in found]
        for field, accepted in self.headings.items():
            wanted = next((name for name in map(key, accepted) if name in keys), None)
            if wanted is None:
                continue
            if keys.count(wanted) > 1:
                raise SourceError(f"De kolom {found[keys.index(wanted)]} staat twee keer in het bestand.")
            positions[field] = keys.index(wanted)
        self._require(positions, found)
        return Columns(positions, {field: found[position] for field, position in positions.items()})

    def _require(self, positions: Mapping[Field, int], found: Sequence[str]) -> None:
        missing = [next(iter(self.headings[field]), field.value) for field in REQUIRED if field not in positions]
        if not missing:
            return
        if not positions:
            # The first line may well be a person: do not repeat it.
            raise SourceError("Er is geen kopregel gevonden: op de eerste regel staat geen enkele bekende kolomnaam.")
        columns = "kolom ontbreekt" if len(missing) == 1 else "kolommen ontbreken"
        headings = ", ".join(heading[:40] for heading in found if heading)
        raise SourceError(f"Deze {columns}: {', '.join(missing)}. Gevonden kolommen: {headings}.")


# The first heading of each is that of the invented example list; the others are *verzonnen*, likely spellings.
# What a police unit really writes is unconfirmed: give it a mapping of its own.
DEFAULT_MAPPING = ColumnMapping(
    {
        Field.INCIDENT: (
            "Incidentnummer",
            "Incident",
            "Incidentnr",
            "Incident ID",
            "BVH-nummer",
            "BVH",
            "BVH nr",
            "Registratienummer",
            "Meldingnummer",
            "Meldingsnummer",
            "Zaaknummer",
            "PL-nummer",
        ),
        Field.REPORT_DATE: (
            "Datum kennisname",
            "Kennisname datum",
            "Datum melding",
            "Meldingsdatum",
            "Datum incident",
            "Incidentdatum",
            "Datum/tijd kennisname",
            "Datum en tijd kennisname",
            "Melddatum",
            "Pleegdatum",
            "Datum",
        ),
        Field.REPORT_TIME: ("Tijd", "Tijdstip", "Tijd kennisname", "Tijd melding", "Tijd incident", "Pleegtijd"),
        Field.KIND: ("Klasse", "Incidentcode", "Maatschappelijke klasse", "MK", "Code"),
        Field.SURNAME: ("Achternaam", "Geslachtsnaam", "Familienaam", "Achternaam betrokkene", "Naam"),
        Field.PREFIX: ("Tussenvoegsel", "Tussenvoegsels", "Voorvoegsel", "Voorvoegsels"),
        Field.FIRST_NAMES: ("Voornamen", "Voornaam", "Roepnaam", "Voorletters", "Initialen"),
        Field.BIRTH_DATE: ("Geboortedatum", "Geb.datum", "Datum geboorte", "Geboren", "Geb. dat."),
        Field.SEX: ("Geslacht", "Geslachtsaanduiding", "Sekse", "Sexe", "M/V"),
        Field.BSN: ("BSN", "Burgerservicenummer", "BSN-nummer", "BSN nr", "Sofinummer"),
        Field.STREET: ("Straat", "Straatnaam", "Adres", "Woonadres"),
        Field.HOUSE_NUMBER: ("Huisnummer", "Huisnr", "Nummer", "Nr"),
        Field.POSTCODE: ("Postcode", "PC"),
        Field.PLACE: ("Woonplaats", "Plaats", "Plaatsnaam"),
        Field.MUNICIPALITY: ("Gemeente", "Gemeentenaam", "Naam gemeente", "Woongemeente", "Gemeente incident"),
        Field.NOTES: ("Toelichting", "Omschrijving", "Opmerking", "Opmerkingen", "Bijzonderheden"),
    }
)


FIELD_NAMES: Mapping[Field, str] = {
    Field.INCIDENT: "Incidentnummer",
    Field.REPORT_DATE: "Datum van de melding",
    Field.REPORT_TIME: "Tijd",
    Field.KIND: "Klasse",
    Field.SURNAME: "Achternaam",
    Field.PREFIX: "Tussenvoegsel",
    Field.FIRST_NAMES: "Voornamen",
    Field.BIRTH_DATE: "Geboortedatum",
    Field.SEX: "Geslacht",
    Field.BSN: "BSN",
    Field.STREET: "Straat",
    Field.HOUSE_NUMBER: "Huisnummer",
    Field.POSTCODE: "Postcode",
    Field.PLACE: "Woonplaats",
    Field.MUNICIPALITY: "Gemeente",
    Field.NOTES: "Toelichting",
}
"""What each field is called on a page."""


def mapping_from_toml(text: str) -> ColumnMapping:
    """The mapping of one source; fields that it does not name keep the default headings.

    One table `[kolommen]` with per field a heading or a list of headings: `incidentnummer = "Zaak"`.
    MappingError when the text is no TOML, names an unknown field or gives no heading.
    """
    try:
        named = tomllib.loads(text).get("kolommen")
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"Dit is geen geldig TOML-bestand: {error}.") from error
    if not isinstance(named, dict):
        raise MappingError("De tabel [kolommen] ontbreekt.")
    return ColumnMapping({**DEFAULT_MAPPING.headings, **dict(_entry(name, value) for name, value in named.items())})


def _entry(name: str, value: object) -> tuple[Field, tuple[str, ...]]:
    if name not in set(Field):
        raise MappingError(f"kolommen.{name}: dit veld bestaat niet. Velden zijn: {', '.join(Field)}.")
    headings = value if isinstance(value, list) else [value]
    if not headings or not all(isinstance(heading, str) and key(heading) for heading in headings):
        raise MappingError(f"kolommen.{name}: geef een kolomnaam, of een lijst van kolomnamen.")
    return Field(name), tuple(headings)
