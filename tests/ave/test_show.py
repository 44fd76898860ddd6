"""The model as text: everything is in it, in Dutch, and it fits a terminal of 80 characters."""

from pathlib import Path

import pytest

from houvast.ave.load import (
    load_file,
    load_text,
    load_theme,
    shipped,
    shipped_model,
    shipped_theme,
    shipped_themes,
    with_theme,
)
from houvast.ave.show import show, show_theme

FILES = Path(__file__).parent / "files"
WHOLE = FILES / "heel.toml"


@pytest.mark.parametrize("code", list(shipped()))
def test_a_model_fits_in_80_characters(code: str) -> None:
    assert [line for line in show(shipped_model(code)).splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("code", list(shipped_themes()))
def test_a_theme_fits_in_80_characters(code: str) -> None:
    assert [line for line in show_theme(shipped_theme(code)).splitlines() if len(line) > 80] == []


def test_a_phase_is_shown_with_its_seats() -> None:
    assert """\
FASE 2: ONRUST
  Voor de inwoner: U krijgt hulp
  Situatie: Er is veel.
  Eigen regie: Wat kan.
  Casus mag hier beginnen: ja
  Opnieuw kijken: na 6 weken
  Bron: verzonnen
  Casusregie (vereist)
    Mag: regisseur
    Alleen tijdelijk: coördinator
    Bron: verzonnen
  Procesregie (vereist)
    Mag: voorzitter van het Zorg- en Veiligheidshuis
    Bron: verzonnen
  Operationeel (vereist)
    Mag: manager
    Gaat vanzelf naar: manager
    Bron: verzonnen
  Bestuurlijk (niet vereist)
    Bron: verzonnen
""" in show(load_file(WHOLE))


def test_both_ways_over_a_boundary_are_shown() -> None:
    assert """\
GRENS 1-2 OMHOOG
  Alle van deze:
    - Er is onrust
    Een van deze:
      - Het loopt vast
  Stelt voor: regisseur
  Wordt gehoord: inwoner
  Beslist: coördinator; binnen 2 werkdagen
  Aanvullen: binnen 5 werkdagen
  Spoed bevestigt: manager; binnen 1 werkdag
  Samen het risico wegen: ja
  Ontvanger met naam nodig: ja
  Partij buiten de gemeente: ja
  Afspraak: De coördinator houdt de procesregie tot de voorzitter de casus
    aanneemt.
  Procesregie tijdens de overgang: coördinator
  Procesregie na de overgang: voorzitter van het Zorg- en Veiligheidshuis
  Bron: verzonnen

GRENS 1-2 OMLAAG
  Alle van deze:
    - Het is weer rustig
  Stelt voor: regisseur
  Wordt gehoord: niemand
  Beslist: voorzitter van het Zorg- en Veiligheidshuis; binnen 3 werkdagen
  Aanvullen: binnen 4 werkdagen
  Samen het risico wegen: ja
  Ontvanger met naam nodig: ja
  Partij buiten de gemeente: ja
  Bron: verzonnen
""" in show(load_file(WHOLE))


def test_the_other_agreements_are_shown() -> None:
    assert show(load_file(WHOLE)).endswith(
        """\
TAFELS EN PROTOCOLLEN
  Overleg: casus, fase 2
    Bron: verzonnen
  Afspraak: protocol, fase 1, 2
    Bron: verzonnen

OVERIGE AFSPRAKEN
  Casusregie en procesregie bij één persoon: mag niet
  Tijdelijk: hoogstens 30 werkdagen, hoogstens 2 keer
    Bron: verzonnen
  Overdracht aannemen: binnen 3 werkdagen
    Bron: verzonnen
  Vragen hoe het gaat: vanaf 3 werkdagen voor de dag
    Bron: verzonnen
  Hulp van buiten is de laatste stap: ja
    - Wat is lokaal geprobeerd?
    Bron: verzonnen
  Lokale naam WIJ: regisseur
    Bron: verzonnen
"""
    )


def test_what_a_model_builds_on_and_its_themes_are_shown() -> None:
    variant = 'code = "v"\ntitel = "V"\nversie = "1"\nbron = "verzonnen"\nbreidt_uit = "heel.toml"\n'
    model = with_theme(load_text(variant, str(FILES / "v.toml")), load_theme(FILES / "heel-thema.toml"))
    head = show(model).split("\n\n")[0]
    assert head == "V\n  Code: v, versie 1\n  Breidt uit: heel.toml\n  Thema's: water\n  Bron: verzonnen"


def test_what_a_theme_adds_is_shown() -> None:
    assert (
        show_theme(load_theme(FILES / "heel-thema.toml"))
        == """\
THEMA WATER
  Code: water, versie 1
  Bron: verzonnen

GRENS 1-2 OMHOOG
  Komt erbij als andere weg (of)
  Een van deze:
    - Het is nat

GRENS 1-2 OMLAAG
  Komt erbij als extra eis (en)
  Alle van deze:
    - Het is droog

TAFELS EN PROTOCOLLEN
  Wateroverleg: proces, fase 2
    Bron: verzonnen
  Dweilen: protocol, fase 1
    Bron: verzonnen
"""
    )
