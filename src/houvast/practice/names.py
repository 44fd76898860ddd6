"""Names to put together into invented people. All *verzonnen*; nobody is meant."""

import unicodedata

from houvast.practice.draw import Draw

FIRST_NAMES: tuple[tuple[str, str], ...] = tuple(
    (name, sex)
    for sex, names in (
        (
            "V",
            "Aafke Alie Amina Annelore Ayla Berber Bouchra Dineke Eline Emine Feikje Fleur Geertje Hafsa Hiske Ilse "
            "Imke Jantje Jitske Karin Leyla Lianne Loes Maaike Marleen Meike Nynke Oda Petra Rianne Roelie Samira "
            "Sietske Soraya Swaantje Tamar Tineke Trijnie Wietske Yasmina",
        ),
        (
            "M",
            "Aldert Bakir Berend Bilal Cas Derk Ebel Edzo Faruk Fokke Geert Gijs Harm Hidde Idris Jacco Jelmer Karim "
            "Klaas Lammert Luuk Mees Menno Mourad Niek Okke Pieter Reinder Rinze Roelof Samir Sjoerd Stijn Tjeerd "
            "Udo Wessel Wubbo Yusuf Zeger Zoran",
        ),
    )
    for name in names.split()
)

_SURNAMES = (
    "Aaldersma Akveld Alberda Amrani Bazuin Beukema Boltjes Bontekoe Bosma Bouhali Brongers Buurke Clevering Dallinga "
    "Demirel Dijkema Doornbos Drenth Duursma Eikema Elsinga Fekkes Feringa Folkerts Galema Garrelds Haakma Haddou "
    "Halsema Hamminga Hekman Hofstee Huizenga Iwema Jansema Joustra Kamstra Kielstra Klooster Knol Koopal Kuipers "
    "Lanting Leegstra Luinstra Maarsingh Medema Meinsma Mellema Naaijer Noordhof Oldenhuis Ouazzani Pathuis Poelman "
    "Postema Reitsema Ridderbos Rijpkema Rozeboom Sikkema Slagter Smidt Spithorst Stuivinga Swierenga Tammenga "
    "Tillema Toxopeus Uildriks Velthuis Veltman Visscher Vrijling Wagenborg Wieringh Wolthuis Yilmazer Zandstra "
    "Zijlema"
)
SURNAMES: tuple[str, ...] = tuple(_SURNAMES.split())


def plain(name: str) -> str:
    """Write a name without accents, capitals or spaces: "Yvonne de Wit" gives "yvonne.dewit"."""
    first, _, rest = name.partition(" ")
    return _letters(first) + "." + _letters(rest)


def _letters(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if letter.isascii() and letter.isalnum()).lower()


class NameBook:
    """Hands out full names, each once."""

    def __init__(self, seed: str, taken: frozenset[str] = frozenset()) -> None:
        """Begin with the names that are taken already."""
        self._draw = Draw(f"namen {seed}")
        self._taken = set(taken)

    def take(self) -> tuple[str, str, str]:
        """Give a new first name, surname and sex ("V" or "M")."""
        while True:
            first, sex = self._draw.pick(FIRST_NAMES)
            surname = self._draw.pick(SURNAMES)
            full = f"{first} {surname}"
            if full not in self._taken:
                self._taken.add(full)
                return first, surname, sex
