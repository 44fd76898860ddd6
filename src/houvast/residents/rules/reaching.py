"""How a resident wants to be reached, and in which language: what everybody who calls or writes must know."""

from enum import StrEnum


class Reach(StrEnum):
    """What somebody asked about post and calls. What does not fit is said in words beside it."""

    NO_POST = "no_post"
    PHONE_ONLY = "phone_only"
    THROUGH = "through"


def reach_of(value: str) -> Reach | None:
    """Give what was asked; None when nothing was."""
    return Reach(value) if value else None


def language_words(language: str, *, interpreter: bool) -> tuple[str, ...]:
    """Say which language somebody reads and speaks, and whether an interpreter is needed."""
    spoken = (f"leest en spreekt {language}",) if language else ()
    return (*spoken, "tolk nodig") if interpreter else spoken
