"""How easily Dutch is read, by two published formulas. Words in braces are filled in before anything is counted.

Sources: W.H. Douma, *De leesbaarheid van landbouwbladen* (Wageningen, 1960), the Dutch form of Flesch's reading ease:
206.84 - 0.93 x words a sentence - 77 x syllables a word. R.H.M. Brouwer, "Onderzoek naar de leesmoeilijkheid van
Nederlands proza" (*Pedagogische Studiën* 40, 1963), Leesindex A: 195 - 2 x words a sentence - 200/3 x syllables a word.
Both give about 100 for what a child of ten reads, and 0 for what hardly anybody does. Where B1 begins is in neither.
"""

import re
from dataclasses import dataclass

PLAIN_DOUMA, PLAIN_BROUWER = 70, 60
"""What a text for residents must reach. *Verzonnen*: no source joins either formula to B1."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NUCLEUS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_END_OF_SENTENCE = re.compile(r"[.!?]+(?:\s|$)|:\s*\n|\n\s*\n")
_TAG, _FILLED_IN = re.compile(r"<[^>]+>"), re.compile(r"{{.*?}}")
_TEMPLATE = re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|{%.*?%}", re.DOTALL)
_BLOCK = re.compile(r"<(p|h1|h2|h3|li|dt|dd|button|label)\b[^>]*>(.*?)</\1>", re.DOTALL)


@dataclass(frozen=True)
class Readability:
    """A text counted: its sentences, words and syllables."""

    sentences: int
    words: int
    syllables: int

    @property
    def douma(self) -> float:
        """Give the reading ease of Flesch and Douma."""
        return 206.84 - 0.93 * self.words / self.sentences - 77 * self.syllables / self.words

    @property
    def brouwer(self) -> float:
        """Give Leesindex A."""
        return 195 - 2 * self.words / self.sentences - 200 / 3 * self.syllables / self.words

    @property
    def is_plain(self) -> bool:
        """Say whether a text for residents may be this hard."""
        return self.douma >= PLAIN_DOUMA and self.brouwer >= PLAIN_BROUWER


def readability(text: str) -> Readability:
    """Count a text of whole sentences."""
    sentences = [part for part in _END_OF_SENTENCE.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    return Readability(len(sentences), len(words), sum(map(syllables, words)))


def syllables(word: str) -> int:
    """Count the groups of vowels that are said as one; at least one."""
    return max(1, len(_NUCLEUS.findall(word.lower())))


def said_in_template(source: str) -> str:
    """Give what a template says by itself, block by block; what is filled in stands as one short word."""
    bare = _FILLED_IN.sub("dit", _TEMPLATE.sub("", source))
    return "\n\n".join(_TAG.sub("", text).strip() for _, text in _BLOCK.findall(bare))
