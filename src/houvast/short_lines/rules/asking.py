"""A question to a colleague that is about nobody: what is wrong with it, and whose turn it is."""

from collections.abc import Collection
from uuid import UUID

from houvast.short_lines.rules.recognisable import recognised

LONGEST_QUESTION, LONGEST_KNOWN, LONGEST_ANSWER = 500, 1000, 2000


def question_problems(question: str, known: str) -> dict[str, str]:
    """Say what is wrong with a question and with what the asker knows already."""
    problems = {
        "question": _missing(question, "Schrijf uw vraag op.") or _problem(question, LONGEST_QUESTION),
        "known": _problem(known, LONGEST_KNOWN),
    }
    return {field: problem for field, problem in problems.items() if problem}


def answer_problems(text: str) -> dict[str, str]:
    """Say what is wrong with an answer."""
    problem = _missing(text, "Schrijf uw antwoord op.") or _problem(text, LONGEST_ANSWER)
    return {"text": problem} if problem else {}


def _missing(text: str, said: str) -> str:
    return "" if text.strip() else said


def _problem(text: str, most: int) -> str:
    if len(text) > most:
        return f"Maak het korter: hoogstens {most} tekens."
    found = recognised(text)
    if not found:
        return ""
    return f"Hier staat iets wat lijkt op {' en op '.join(found)}. Haal het weg: deze vraag gaat over niemand."


def whose_turn(contact: UUID | None, stand_in: UUID | None, able: Collection[UUID], *, passed: bool) -> UUID | None:
    """Give who answers: who holds the line now, and the stand-in when it was passed on or when the contact cannot.

    `able` can sign in and work here; the contact is None when the line is vacant.
    """
    order = (stand_in, contact) if passed else (contact, stand_in)
    return next((each for each in order if each is not None and each in able), None)
