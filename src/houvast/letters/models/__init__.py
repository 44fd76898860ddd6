"""The tables of letters."""

from houvast.letters.models.letters import Letter, LetterSent, LetterTemplate

__all__ = ["Letter", "LetterSent", "LetterTemplate"]
