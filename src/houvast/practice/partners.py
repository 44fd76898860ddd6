"""The partners of the practice region.

Police Noord-Nederland, the GGD's and the two safety houses exist; nobody who works there in this region does. All other
organisations, and all people, are *verzonnen*.
"""

from dataclasses import dataclass

from houvast.directory.models import Organisation
from houvast.practice.municipalities import FRYSLAN, GRONINGEN

Kind = Organisation.Kind


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody at a partner: key in the stories, name, function of the model ("" for none) and title."""

    key: str
    name: str
    function: str
    title: str


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation with the people who sign in. `phone` is the number within its area."""

    key: str
    kind: Organisation.Kind
    name: str
    region: str
    area: str
    phone: int
    people: tuple[Colleague, ...] = ()


def _constable(key: str, name: str) -> Colleague:
    return Colleague(key, name, "wijkagent", "wijkagent")


PARTNERS: tuple[Partner, ...] = (
    Partner(
        "police",
        Kind.POLICE,
        "Politie Noord-Nederland",
        "",
        "050",
        44,
        (
            _constable("constable", "Karim El Idrissi"),
            _constable("constable-b", "Rixt Hoogland"),
            _constable("constable-c", "Douwe Terpstra"),
        ),
    ),
    Partner(
        "ggz",
        Kind.MENTAL_HEALTH,
        "GGZ Noorderlicht",
        "",
        "050",
        210,
        (
            Colleague("psychiatrist", "Sefa Aydinler", "behandelaar-ggz", "psychiater"),
            Colleague("nurse", "Willemien Stratingh", "behandelaar-ggz", "sociaalpsychiatrisch verpleegkundige"),
        ),
    ),
    Partner(
        "fact",
        Kind.FACT,
        "FACT Noord",
        "",
        "050",
        231,
        (
            Colleague("fact", "Yara Mensah", "fact-behandelaar", "behandelaar FACT"),
            Colleague("fact-b", "Tjark Veldkamp", "fact-behandelaar", "ambulant begeleider FACT"),
        ),
    ),
    Partner(
        "probation",
        Kind.PROBATION,
        "Reclassering Wad en Veen",
        "",
        "050",
        252,
        (Colleague("probation", "Carlijn Oosterhof", "reclasseringswerker", "reclasseringswerker"),),
    ),
    Partner(
        "housing",
        Kind.HOUSING,
        "Woningcorporatie De Klamp",
        GRONINGEN,
        "0596",
        308,
        (Colleague("housing", "Peter Vos", "woonconsulent", "woonconsulent"),),
    ),
    Partner(
        "housing-b",
        Kind.HOUSING,
        "Woningcorporatie Het Hoogholtje",
        FRYSLAN,
        "0512",
        318,
        (Colleague("housing-b", "Anke Bijlstra", "woonconsulent", "woonconsulent"),),
    ),
    Partner(
        "shelter",
        Kind.SHELTER,
        "Opvang De Luwte",
        "",
        "050",
        263,
        (Colleague("shelter", "Desi Muntinga", "begeleider-opvang", "begeleider opvang"),),
    ),
    Partner(
        "ggd",
        Kind.PUBLIC_HEALTH,
        "GGD Groningen",
        GRONINGEN,
        "050",
        274,
        (Colleague("ggd", "Loïs Harkema", "verpleegkundige-ggd", "wijk-GGD'er"),),
    ),
    Partner(
        "ggd-b",
        Kind.PUBLIC_HEALTH,
        "GGD Fryslân",
        FRYSLAN,
        "058",
        275,
        (Colleague("ggd-b", "Gosse Tolman", "verpleegkundige-ggd", "wijk-GGD'er"),),
    ),
    Partner(
        "zvh",
        Kind.SAFETY_HOUSE,
        "Zorg- en Veiligheidshuis Groningen",
        GRONINGEN,
        "050",
        286,
        (
            Colleague("zvh", "Mirjam Draaisma", "procesregisseur-zvh", "procesregisseur ZVH"),
            Colleague("zvh-c", "Ruud Kamphuis", "procesregisseur-zvh", "procesregisseur ZVH"),
        ),
    ),
    Partner(
        "zvh-b",
        Kind.SAFETY_HOUSE,
        "Veiligheidshuis Fryslân",
        FRYSLAN,
        "058",
        287,
        (Colleague("zvh-b", "Baukje Sytstra", "procesregisseur-zvh", "procesregisseur Veiligheidshuis"),),
    ),
    Partner(
        "crisis",
        Kind.MENTAL_HEALTH,
        "Crisisdienst Noord",
        "",
        "050",
        299,
        (Colleague("crisis", "Ferry Adolfs", "behandelaar-ggz", "dienstdoend behandelaar"),),
    ),
    # Organisations that are around people and have nobody who signs in.
    Partner("debts", Kind.OTHER, "Schuldhulp De Balans", "", "0596", 177),
    Partner("addiction", Kind.OTHER, "Verslavingszorg De Kade", "", "050", 341),
    Partner("home-care", Kind.OTHER, "Thuiszorg Nabij", "", "050", 352),
    Partner("youth-care", Kind.OTHER, "Jeugdhulp De Brug", "", "050", 363),
    Partner("school", Kind.OTHER, "Basisschool De Wierde", "", "0596", 374),
    Partner("guardian", Kind.OTHER, "Bewindvoering Vaste Grond", "", "050", 385),
    Partner("welfare", Kind.OTHER, "Welzijn Samenloop", "", "050", 396),
    Partner("doctor", Kind.OTHER, "Huisartsenpraktijk De Singel", "", "0596", 407),
)
