"""Who works at a municipality of the practice region: one row for each place, the same everywhere. *Verzonnen*."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from houvast.ave.vocabulary import Domain

LOCAL_TEAM, SECOND_TEAM = "local", "second"
"""Teams that have a name of their own in each municipality (`municipalities.Local`)."""

TEAMS: Mapping[str, Domain] = MappingProxyType(
    {
        LOCAL_TEAM: Domain.WMO,
        SECOND_TEAM: Domain.WMO,
        "Procesregie": Domain.OGGZ,
        "Openbare orde en veiligheid": Domain.PUBLIC_ORDER,
        "Jeugd": Domain.YOUTH,
        "Wmo": Domain.WMO,
        "Werk en inkomen": Domain.PARTICIPATION,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place that somebody fills. `title` is empty where people call the function as the model does."""

    function: str
    team: str = ""
    title: str = ""


STAFF: Mapping[str, Place] = MappingProxyType(
    {
        "oggz": Place("procesregisseur-oggz", "Procesregie", "procesregisseur OGGZ"),
        "oov": Place("procesregisseur-oov", "Openbare orde en veiligheid", "medewerker openbare orde en veiligheid"),
        "team": Place("casusregisseur-wijkteam", LOCAL_TEAM),
        "team-b": Place("casusregisseur-wijkteam", LOCAL_TEAM),
        "team-c": Place("casusregisseur-wijkteam", SECOND_TEAM),
        "leader": Place("teamleider", LOCAL_TEAM, "teamleider"),
        "youth": Place("casemanager-jeugd", "Jeugd", "casemanager jeugd"),
        "wmo": Place("consulent-wmo", "Wmo", "consulent Wmo"),
        "work": Place("consulent-participatie", "Werk en inkomen", "consulent participatie en schulden"),
        "team-manager": Place("teammanager", title="teammanager Wmo"),
        "manager": Place("manager-sociaal-domein", title="manager sociaal domein"),
        "director": Place("directeur-sociaal-domein", title="directeur sociaal domein"),
        "alderman": Place("wethouder", title="wethouder sociaal domein"),
        "mayor": Place("burgemeester", title="burgemeester"),
        "desk": Place("medewerker-kcc", title="medewerker klantcontactcentrum"),
        "keeper": Place("functioneel-beheerder", title="functioneel beheerder"),
        "keeper-b": Place("functioneel-beheerder", title="functioneel beheerder"),
        "privacy": Place("privacy-officer", title="privacy officer"),
    }
)

SOCIAL_TEAM = Place("casusregisseur-sociaal-team", SECOND_TEAM, "casusregisseur sociaal team")
"""In the model of Opsterland the third place at the teams is one of the separate social team (press release)."""

# The people of Eemsdelta who have a part in the stories, and two places more.
EEMSDELTA_STAFF: Mapping[str, Place] = MappingProxyType(
    {
        **STAFF,
        "oggz-b": Place("procesregisseur-oggz", "Procesregie", "OGGZ-coördinator"),
        "archive": Place("archiefmedewerker", title="archiefmedewerker"),
    }
)
EEMSDELTA_CAST: Mapping[str, str] = MappingProxyType(
    {
        "oggz": "Marit Oosterhuis",
        "oggz-b": "Jelte Wiersema",
        "oov": "Nadia Benali",
        "team": "Sanne Hoekzema",
        "team-b": "Bram Kuiper",
        "team-c": "Femke Ritsema",
        "leader": "Hilde Bos",
        "youth": "Iris de Wit",
        "work": "Tom Reitsma",
        "team-manager": "Anouk Tammes",
        "manager": "Erik Landman",
        "alderman": "Wiebe Haarsma",
        "archive": "Geertje Meinders",
    }
)
EEMSDELTA_PHONES: Mapping[str, int] = MappingProxyType(
    {"oggz": 112, "team-manager": 140, "alderman": 103, "work": 177, "youth": 162}
)
