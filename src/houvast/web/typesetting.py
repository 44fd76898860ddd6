"""Sets a document as an accessible PDF (PDF/UA). Runs as a process of its own, with limits.

It reads JSON and writes a PDF, both through a pipe: `python -I -m houvast.web.typesetting`. What people
wrote is data for the document and never part of its source, so nothing in it is read as markup. The only file that it
can open is that source, and from then on it cannot write one.
"""

import json
import resource
import sys
import tempfile
from pathlib import Path

import typst

SECONDS, MEMORY, FILES = 20, 2 * 1024**3, 64

_BEGIN = rb"""
#let data = json(bytes(sys.inputs.data)).data
#set text(lang: "nl", size: 11pt)
#set page(paper: "a4", margin: 2.4cm)
#set par(leading: 0.75em)
#show heading: set block(above: 1.6em, below: 0.8em)
"""
_ANSWER = rb"""
#set document(title: "Inzage in uw gegevens, verzoek " + data.verzoek, author: data.gegeven_door)
#set page(numbering: "1")
#heading(level: 1)[#("Inzage in uw gegevens")]
#par(data.gegeven_door + " geeft u op " + data.gegeven_op + " wat is vastgelegd over " + data.over + ".")
#par("Uw verzoek heeft nummer " + data.verzoek + ".")
#for deel in data.onderdelen {
  heading(level: 2, deel.titel)
  let kop = (deel.op, deel.van).filter(each => each != "").join(", ")
  if kop != none and kop != "" { par(text(fill: luma(70), kop)) }
  for regel in deel.regels {
    par(strong(regel.wat + ": ") + regel.inhoud)
  }
}
#if data.onderdelen.len() == 0 { par("Er is niets dat u krijgt.") }
#if data.niet_gegeven.len() > 0 {
  heading(level: 2, "Wat u niet krijgt")
  for each in data.niet_gegeven { par(str(each.aantal) + " keer: " + each.waarom + ".") }
}
#heading(level: 2, "Wat u verder kunt doen")
#par(data.uw_rechten)
"""
_LETTER = rb"""
#set document(title: data.onderwerp, author: data.afzender)
#let lines(each) = each.map(line => [#line]).join(linebreak())
#par(data.afzender)
#block(above: 2.4em, below: 2.4em, par(lines(data.aan)))
#par(data.datum)
#heading(level: 1, data.onderwerp)
#for alinea in data.alineas { par(lines(alinea)) }
"""
_OWN_PAGE = rb"""
#set document(title: data.titel, author: data.afzender)
#set page(numbering: "1")
#set text(size: 13pt)
#heading(level: 1, data.titel)
#for alinea in data.inleiding { par(alinea) }
#for deel in data.delen {
  heading(level: 2, deel.titel)
  for regel in deel.regels { par(regel) }
}
#par(data.onder)
"""
SOURCES = {"answer": _BEGIN + _ANSWER, "letter": _BEGIN + _LETTER, "own_page": _BEGIN + _OWN_PAGE}
"""What can be set, by the name that stands with the data as `document`."""


def limit() -> None:
    """Let this process do no more than one document asks."""
    for what, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    """Read, set and write."""
    told = sys.stdin.read()
    begun = SOURCES[json.loads(told)["document"]]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "document.typ")
        source.write_bytes(begun)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        pdf = typst.compile(
            source,
            root=Path(folder),
            ignore_system_fonts=True,
            sys_inputs={"data": told},
            pdf_standards="ua-1",
            format="pdf",
        )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    limit()
    main()
