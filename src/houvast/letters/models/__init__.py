"""The tables of letters."""

from houvast.letters.models.letters import Letter, LetterTemplate

__all__ = ["Letter", "LetterTemplate"]
