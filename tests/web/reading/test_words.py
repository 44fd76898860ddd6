"""The words on the page are those of the glossary of the project."""

from pathlib import Path

from houvast.web.reading.words import WORDS

GLOSSARY = Path(__file__).parents[3] / "docs" / "begrippen.md"


def test_each_word_means_on_the_page_what_it_means_in_the_glossary() -> None:
    section = GLOSSARY.read_text("utf-8").split("## Woorden van Houvast")[1].split("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    meanings = {row[0].strip(): row[2].strip() for row in rows}
    assert {word.word: word.meaning for word in WORDS} == {word.word: meanings.get(word.word) for word in WORDS}


def test_words_stand_in_alphabetical_order_and_once() -> None:
    words = [word.word.casefold() for word in WORDS]
    assert words == sorted(set(words))
