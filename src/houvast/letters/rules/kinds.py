"""Which letters there are, and how one reaches somebody."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    INVITATION = "invitation"
    DECISION = "decision"
    SHARING = "sharing"
    HAND_OVER = "hand_over"
    CLOSING = "closing"


AFTER_CLOSING = (LetterKind.INVITATION, LetterKind.DECISION, LetterKind.CLOSING)
"""What is still told once a case is closed, by who looks after it: how it ended, and that they ask how it goes."""


class LetterWay(StrEnum):
    """How a letter reaches somebody."""

    POST = "post"
    ELSEWHERE = "elsewhere"
    BY_HAND = "by_hand"
