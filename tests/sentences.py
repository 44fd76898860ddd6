"""Where something is wrong with what somebody filled in, and whether it is told in words that a person can read."""

import re
from collections.abc import KeysView, Mapping

from houvast.kernel.verdict import Verdict

_SENTENCE = re.compile(r"[A-Z‘'].*[a-z].*[.?’']", re.DOTALL)
_TORN = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")


def is_sentence(words: str) -> bool:
    """Say whether these are whole sentences: a capital first, small letters, a full stop or a question mark last."""
    return bool(_SENTENCE.fullmatch(words)) and not _TORN.search(words)


def told_at(problems: Mapping[str, str]) -> KeysView[str]:
    """Give the fields at which something is wrong; at each of them a sentence says what."""
    assert all(map(is_sentence, problems.values())), f"no sentence: {problems}"
    return problems.keys()


def said(verdict: Verdict) -> str:
    """Give the ground of a yes or the reason of a no."""
    return verdict.ground if verdict.allowed else verdict.reason
