"""A letter is written, looked at as it will be and made; its PDF is tagged, and says what its plain text says."""

import re

import pytest
from django.test import Client

from houvast.audit.models import Entry
from houvast.cases.models import Case
from houvast.kernel.ids import new_id
from houvast.letters.models import Letter, LetterTemplate
from houvast.letters.rules.content import LetterContent, plain
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.placeholders import filled
from houvast.letters.rules.templates import DEFAULTS
from houvast.residents.models import Resident
from houvast.web.letter_look import on_paper
from houvast.web.pdf import as_pdf
from tests.letters.worlds import Written, make_written
from tests.pdf_text import words_of
from tests.web.conftest import SignedIn


def test_the_pdf_of_a_letter_is_tagged_and_says_what_its_text_says() -> None:
    told = filled(DEFAULTS[LetterKind.CLOSING].text, {}).replace("[", "").replace("]", "")
    markup = '#panic("x") *vet* $x$ \\ <a>\n- een\n= twee'
    content = LetterContent(
        "Gemeente Eemsdelta",
        "Çelik Żak\nKade 1, 1e verd.",
        "23 november 2026",
        "Wij stoppen *niet*",
        f"{told}\n\n{markup}",
    )
    document = as_pdf("letter", on_paper(content))
    assert document.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in document and b"<pdfuaid:part>1</pdfuaid:part>" in document
    assert b"/Lang" in document
    assert words_of(document) == plain(content).split()


def _hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(once|subject)" value="([^"]*)"', page))


@pytest.fixture
def written(db: None) -> Written:
    """Give a case with people to write to."""
    return make_written()


@pytest.fixture
def sanne(written: Written, signed_in_client: SignedIn) -> Client:
    """Give who leads it, at the door."""
    return signed_in_client(written.world, "sanne")


def test_a_letter_is_chosen_written_looked_at_and_made(written: Written, sanne: Client) -> None:
    base = f"/casussen/{Case.objects.get(pk=written.case_id).code}/brieven/"
    Resident.objects.filter(pk=written.ruben).update(reach="no_post", language="Arabisch", interpreter=True)
    assert "Hier komen brieven" in sanne.get(base).content.decode()
    assert "Janna Dijkhuis, zus van Ruben Dijkhuis" in sanne.get(f"{base}nieuw/").content.decode()
    begun = sanne.get(f"{base}nieuw/?to={written.ruben}")
    assert begun.status_code == 200 and f'value="{written.ruben}" checked' in begun.content.decode()
    assert sanne.get(f"{base}nieuw/?gekozen=ja&kind=uitnodiging").status_code == 422
    chosen = sanne.get(f"{base}nieuw/?gekozen=ja&kind=uitnodiging&to={written.ruben}")
    assert chosen.headers["Location"] == f"{base}nieuw/uitnodiging/{written.ruben}/"
    address = chosen.headers["Location"]
    page = sanne.get(address).content.decode()
    assert "Deze inwoner leest Arabisch: bel, of laat dit vertalen. Bij bellen is een tolk nodig." in page
    assert "Niet per post naar huis." in page and "Tekst van Houvast, verzonnen" in page
    gaps = sanne.post(address, {**_hidden(page), "subject": "Praten", "text": "Op [vul in: de dag]."})
    assert gaps.status_code == 422 and "Er staat nog: [vul in: de dag]." in gaps.content.decode()
    said = {**_hidden(page), "subject": "Komt u praten?", "text": "Beste <b>Ruben</b>,\r\n\r\nKomt u?"}
    seen = sanne.post(address, {**said, "stap": "nalezen"}).content.decode()
    assert "Beste &lt;b&gt;Ruben&lt;/b&gt;," in seen and "Er staat geen adres op de brief" in seen
    assert not Letter.objects.exists()
    assert "Brief nalezen</button>" in sanne.post(address, {**said, "stap": "wijzigen"}).content.decode()
    made = sanne.post(address, {**said, "stap": "maken"})
    letter = Letter.objects.get()
    assert made.headers["Location"] == f"/brieven/{letter.id}/"
    assert sanne.post(address, {**said, "stap": "maken"}).status_code == 409
    assert "met de hand gegeven" in sanne.get(f"/brieven/{letter.id}/").content.decode()
    assert "Komt u praten?" in sanne.get(base).content.decode()
    text = sanne.get(f"/brieven/{letter.id}/brief.txt").content.decode()
    assert text.endswith("Komt u praten?\n\nBeste <b>Ruben</b>,\n\nKomt u?\n") and "Maxstraat" not in text
    assert words_of(sanne.get(f"/brieven/{letter.id}/brief.pdf").content) == text.split()
    read = Entry.objects.filter(subject="letter", subject_id=letter.id).values_list("event", flat=True)
    assert sorted(read) == ["letter.downloaded", "letter.downloaded", "letter.made", "letter.read"]


def test_a_letter_to_who_is_close_asks_why_they_may_know(written: Written, sanne: Client) -> None:
    base = f"/casussen/{Case.objects.get(pk=written.case_id).code}/brieven/nieuw/"
    address = f"{base}uitnodiging/{written.janna}/"
    page = sanne.get(address).content.decode()
    assert "helpt met de post" in page and "Waarom mag deze naaste dit weten?" in page
    said = {**_hidden(page), "subject": "Komt u mee?", "text": "Dag Janna."}
    assert sanne.post(address, said).status_code == 422
    assert sanne.post(address, {**said, "ground_words": "Ruben vroeg erom.", "stap": "maken"}).status_code == 302
    for gone in (f"{base}briefkaart/{written.janna}/", f"{base}uitnodiging/{new_id()}/"):
        assert sanne.get(gone).status_code == 404


def test_an_administrator_sets_what_a_letter_begins_with(written: Written, signed_in_client: SignedIn) -> None:
    beheer = signed_in_client(written.world, "beheer")
    assert "verzonnen begin, nog door niemand bevestigd" in beheer.get("/beheer/brieven/").content.decode()
    page = beheer.get("/beheer/brieven/uitnodiging/").content.decode()
    assert "{gesprek}" in page and "dag en tijd van het gesprek" in page
    wrong = beheer.post("/beheer/brieven/uitnodiging/", {"number": "0", "subject": "Dag", "text": "Dag {jij}"})
    assert wrong.status_code == 422 and "Houvast kent {jij} niet" in wrong.content.decode()
    for number, text in ((0, "Dag {naam}."), (1, "Hallo {naam}.")):
        sent = {"number": str(number), "subject": "Kom praten", "text": text}
        assert beheer.post("/beheer/brieven/uitnodiging/", sent).status_code == 302
    shown = beheer.get("/beheer/brieven/").content.decode()
    assert "Eerdere versies" in shown and "Dag {naam}." in shown
    assert LetterTemplate.objects.count() == 2
    assert beheer.get("/beheer/brieven/briefkaart/").status_code == 404
    assert signed_in_client(written.world, "sanne").get("/beheer/brieven/").status_code == 404
