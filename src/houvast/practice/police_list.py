"""Invented police lists (E33) as a police unit would send them: with what is unknown, double or wrong in them."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from houvast.practice.draw import Draw
from houvast.practice.homes import Address
from houvast.practice.names import NameBook
from houvast.practice.region import Town
from houvast.practice.settling import address

HEADINGS = (
    "Incidentnummer",
    "Datum kennisname",
    "Tijd",
    "Klasse",
    "Achternaam",
    "Tussenvoegsel",
    "Voornamen",
    "Geboortedatum",
    "Geslacht",
    "BSN",
    "Straat",
    "Huisnummer",
    "Postcode",
    "Woonplaats",
    "Gemeente",
    "Toelichting",
)

REMARKS = (
    "Liep op straat en praatte in zichzelf. Ging na een gesprek mee naar huis.",
    "Buren horen al dagen geschreeuw. Bij aankomst was het rustig.",
    "Betrokkene belde zelf en zei dat er iemand in huis was. Niemand aangetroffen.",
    "Zat op het perron en wilde niet naar huis. Opgehaald door familie.",
    "Onder invloed, ruzie in de supermarkt. Geen aangifte.",
    "Familie is ongerust, betrokkene doet al dagen niet open.",
    "Op de CBL beoordeeld, niet opgenomen, naar huis gebracht.",
    "Schreeuwt 's nachts in het portiek. De woningcorporatie weet ervan.",
    "Gaf spullen weg aan voorbijgangers. Maakte een verwarde indruk.",
    "Wilde geen hulp. Huis is koud en er is geen eten.",
    "Vader en zoon maakten ruzie. Niemand gewond, moeder is geschrokken.",
    "Belde zeven keer in een uur. Wil dat iemand langskomt.",
)
"""What an officer might write down. *Verzonnen*."""


@dataclass(frozen=True, slots=True)
class Reported:
    """One row: when, about whom and where, in the words of the list; what is not known stays empty."""

    on: date
    at: str
    surname: str
    first_names: str
    born: str
    sex: str
    home: Address
    municipality: str
    remark: str
    prefix: str = ""
    bsn: str = ""
    incident: str = ""


class Dispatcher:
    """Numbers incidents and makes up rows."""

    def __init__(self, names: NameBook) -> None:
        """Begin the numbering. *Verzonnen*: PL0100 is the unit, the number is not one that it gave out."""
        self._names, self._draw, self._last = names, Draw("politie"), 0

    def row(self, town: Town, today: date) -> Reported:
        """Make up a row of the last days."""
        draw = self._draw
        first, surname, sex = self._names.take()
        day = today - timedelta(days=1 + draw.number(3))
        born = date(today.year - 19 - draw.number(65), 1 + draw.number(12), 1 + draw.number(28))
        return Reported(
            on=day,
            at=f"{draw.number(24):02d}:{draw.number(60):02d}",
            surname=surname,
            first_names=first if draw.number(4) else "",
            born=f"{born:%d-%m-%Y}" if draw.number(5) else f"00-00-{born.year}",
            sex=sex,
            home=address(town.local, draw),
            municipality=town.local.name,
            remark=draw.pick(REMARKS),
        )

    def write(self, rows: Iterable[Reported]) -> bytes:
        """Write a list: semicolons, Windows-1252, Dutch dates. A row that has no incident number yet gets the next."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADINGS)
        writer.writerows(self._cells(row) for row in rows)
        return text.getvalue().encode("cp1252")

    def _cells(self, row: Reported) -> Sequence[str]:
        self._last += 1
        incident = row.incident or f"PL0100-{row.on.year}{900000 + self._last}"
        return (
            "" if row.incident == WITHOUT else incident,
            f"{row.on:%d-%m-%Y}",
            row.at,
            "E33",
            row.surname,
            row.prefix,
            row.first_names,
            row.born,
            row.sex,
            row.bsn,
            row.home.street,
            row.home.number,
            f"{row.home.digits} QX",
            row.home.town,
            row.municipality,
            row.remark,
        )


WITHOUT = "zonder"
"""The incident number of a row that has none: such a row waits to be repaired."""
