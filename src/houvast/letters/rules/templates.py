"""What the letters of a municipality begin with. All of it is *verzonnen*: no municipality has confirmed these words.

They are Dutch at level B1; `tests/letters/rules/test_templates.py` measures that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from houvast.letters.rules.kinds import LetterKind


@dataclass(frozen=True, slots=True)
class Template:
    """The text of a kind of letter. `number` is that of the version that holds; 0 is what nobody set yet."""

    kind: LetterKind
    subject: str
    text: str
    number: int = 0


_GREETING = "Beste {naam},"
_END = """Hebt u een vraag? Bel dan met {wie leidt}: {telefoon}.

Met vriendelijke groet,

{wie leidt}
Gemeente {gemeente}"""

_INVITATION = """Wij willen graag met u praten. Het gesprek is op {gesprek}.

We praten over hoe het met u gaat. En over wat u nodig hebt. U mag zelf zeggen waar u het over wilt hebben.

Neem gerust iemand mee. Dat kan familie zijn, of een vriend. U kunt ook gratis hulp krijgen van iemand die niet bij de \
gemeente werkt. Die heet een cliëntondersteuner.

Kunt u niet komen? Of praat u liever op een andere plek? Laat het ons weten. Dan kiezen we samen een andere dag."""

_DECISION = """Op {besloten op} is er iets besloten over de hulp aan u. Dit is het besluit:

{besluit}

Het gaat erom wie de hulp leidt, en hoe zwaar de hulp is. Uw rechten blijven hetzelfde.

Bent u het er niet mee eens? Zeg het ons. Wij schrijven uw kijk erbij, in uw eigen woorden. U kunt ook vragen om een \
gesprek. Of u kunt een klacht sturen naar de gemeente.

Krijgt u later een brief over zorg, geld of een verbod? Daarin staat of u bezwaar kunt maken."""

_SHARING = """Wij hebben iets over u gedeeld. Wij vertellen u wat, met wie en waarom.

{gedeeld}

Klopt er iets niet? Of wilt u dit niet? Bel ons. U mag vragen wat wij over u weten. U mag vragen om een fout te \
herstellen. En u mag zeggen dat wij moeten stoppen met delen. Wij kijken dan of dat kan, en u krijgt antwoord."""

_HAND_OVER = """Vanaf {sinds} leidt {wie leidt} de hulp aan u. U hoeft zelf niets te doen.

{wie leidt} weet wat wij met u hebben afgesproken. Die afspraken blijven. U hoeft uw verhaal niet nog een keer te \
vertellen.

Binnenkort belt {wie leidt} u. Dan maakt u samen een afspraak."""

_CLOSING = """Wij stoppen met de hulp aan u. Dat hebben wij met u besproken.

Op {vraagdag} vragen wij u hoe het gaat. Gaat het eerder niet goed? Wacht dan niet. Bel ons meteen. Dan kijken we \
samen wat u nodig hebt.

Wij bewaren uw gegevens nog een tijd. Dat moet van de wet. U mag vragen wat wij van u hebben."""

DEFAULTS: Mapping[LetterKind, Template] = MappingProxyType(
    {
        kind: Template(kind, subject, f"{_GREETING}\n\n{text}\n\n{_END}")
        for kind, subject, text in (
            (LetterKind.INVITATION, "Wilt u met ons komen praten?", _INVITATION),
            (LetterKind.DECISION, "Wat er is besloten over de hulp aan u", _DECISION),
            (LetterKind.SHARING, "Wat wij over u hebben gedeeld", _SHARING),
            (LetterKind.HAND_OVER, "Wie de hulp aan u nu leidt", _HAND_OVER),
            (LetterKind.CLOSING, "Wij stoppen met de hulp aan u", _CLOSING),
        )
    }
)
"""What a municipality begins with. *Verzonnen*."""
