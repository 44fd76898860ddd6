"""What somebody who takes part says in a case, in their own words: what it is about, and what comes before it. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.kernel.errors import Conflict

LONGEST_WORDS = 4000
"""In signs: two pages. *Verzonnen*."""
READERS = (Responsibility.CASE_DIRECTION, Responsibility.PROCESS_DIRECTION)
"""Who leads the case or its process reads what is said, and says so."""


class WordsAbout(StrEnum):
    """What own words are about."""

    GENERAL = "general"
    PLAN = "plan"
    GOAL = "goal"
    STEP = "step"
    DECISION = "decision"
    QUESTION = "question"


HEARD_BY_DECIDERS = (WordsAbout.GENERAL, WordsAbout.STEP, WordsAbout.DECISION)
"""Who sees what is decided in a case reads these as well: what one says in general may be about the decision too. What
is said of the plan and its goals is read by who sees the plan.
"""


@dataclass(frozen=True, slots=True)
class NewWords:
    """What somebody says. `by` names them as they are named then, and `stood` is what it is about, as it stood then."""

    resident_id: UUID
    is_resident: bool
    by: str
    words: str
    about: WordsAbout = WordsAbout.GENERAL
    about_id: UUID | None = None
    stood: str = ""


class NewerWords(Conflict):
    """Somebody said something after what was last seen. Nothing was done."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("De inwoner of iemand van het netwerk schreef net iets. Lees dat eerst.")


def words_problems(words: str) -> dict[str, str]:
    """Say what is wrong with words; nothing else is ever asked of them."""
    if not words.strip():
        return {"words": "Schrijf eerst op wat u wilt zeggen."}
    if len(words) > LONGEST_WORDS:
        return {"words": f"Uw tekst is te lang. Er passen {LONGEST_WORDS} tekens in. Stuur het in twee keer."}
    return {}
