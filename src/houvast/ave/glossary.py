"""The terms that people in this work use: the appendix of the Groningen inventory of March 2023, as data.

The appendix often gives only the full name. Where the meaning was added here, the source says so.
"""

from dataclasses import dataclass

_APPENDIX = "Inventarisatie Groningen 2023, bijlage"
_ADDED = f"{_APPENDIX}; uitleg toegevoegd, onbevestigd"


@dataclass(frozen=True)
class Term:
    """One term: as people write it, in full, what it means in plain Dutch, and where that comes from."""

    term: str
    full_name: str
    meaning: str
    source: str


GLOSSARY: tuple[Term, ...] = (
    Term(
        "AVE",
        "Aanpak Voorkomen Escalatie",
        "Een manier van werken van de gemeente Leeuwarden, de VNG en Bureau HHM. Gemeenten gebruiken die om passende "
        "zorg te geven, rollen duidelijk te maken en escalatie te voorkomen.",
        _APPENDIX,
    ),
    Term(
        "CBL",
        "Crisis Beoordelings Locatie",
        "De plek waar een deskundige iemand in een crisis beoordeelt. Dat leidt niet altijd tot opname.",
        _ADDED,
    ),
    Term(
        "E33-meldingen",
        "meldingen met politiecode E33",
        "Meldingen bij de politie van overlast door personen met onbegrepen gedrag.",
        _APPENDIX,
    ),
    Term(
        "FACT",
        "Flexible Assertive Community Treatment",
        "Een manier om mensen met een ernstige psychiatrische ziekte en ingewikkelde problemen in hun leven te "
        "behandelen en te steunen.",
        f"{_APPENDIX}; volledige naam toegevoegd, onbevestigd",
    ),
    Term("GGZ", "Geestelijke Gezondheidszorg", "Zorg voor mensen met psychische klachten.", _ADDED),
    Term(
        "IPW",
        "Instituut voor Publieke Waarden",
        "Een organisatie met een methode om vastgelopen situaties te doorbreken.",
        _ADDED,
    ),
    Term("KCC", "Klant contact centrum", "De mensen bij de gemeente die de telefoon opnemen.", _ADDED),
    Term(
        "MDO",
        "Multidisciplinair overleg",
        "Een overleg waarin mensen met verschillende vakken samen één casus bespreken.",
        _ADDED,
    ),
    Term("MO", "Maatschappelijke Opvang", "Opvang voor mensen die geen huis hebben.", _ADDED),
    Term(
        "OGGZ",
        "Openbare Geestelijke Gezondheidszorg",
        "Zorg voor kwetsbare mensen die niet zelf om hulp vragen.",
        _ADDED,
    ),
    Term("OOV", "Openbare Orde en Veiligheid", "Het werk van de gemeente voor rust en veiligheid op straat.", _ADDED),
    Term("PI", "Penitentiaire Inrichting", "Een gevangenis.", _APPENDIX),
    Term(
        "SD",
        "Sociaal Domein",
        "Alles wat de gemeente doet aan zorg, jeugdhulp, werk en inkomen.",
        _ADDED,
    ),
    Term(
        "TVO",
        "Tactisch Veiligheidsoverleg",
        "Een overleg van gemeente en partners over veiligheid, boven het overleg over één casus.",
        _ADDED,
    ),
    Term(
        "ZonMW",
        "ZonMw",
        "Een organisatie die met subsidies zorgt voor nieuwe kennis over gezondheid, zorg en welzijn.",
        _APPENDIX,
    ),
    Term(
        "Z&V overleg",
        "Zorg en Veiligheidsoverleg",
        "Een overleg waarin zorg en veiligheid samen casussen bespreken.",
        _ADDED,
    ),
    Term(
        "ZVH",
        "Zorg- en Veiligheidshuis",
        "Een plek waar gemeenten, zorg, politie en justitie samenwerken aan de moeilijkste casussen.",
        _ADDED,
    ),
)
