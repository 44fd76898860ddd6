"""The glossary holds the terms of the appendix of the 2023 inventory, each explained."""

from houvast.ave.glossary import GLOSSARY

# Copied by hand from the appendix, in its order.
APPENDIX = [
    ("AVE", "Aanpak Voorkomen Escalatie"),
    ("CBL", "Crisis Beoordelings Locatie"),
    ("E33-meldingen", "meldingen met politiecode E33"),
    ("FACT", "Flexible Assertive Community Treatment"),
    ("GGZ", "Geestelijke Gezondheidszorg"),
    ("IPW", "Instituut voor Publieke Waarden"),
    ("KCC", "Klant contact centrum"),
    ("MDO", "Multidisciplinair overleg"),
    ("MO", "Maatschappelijke Opvang"),
    ("OGGZ", "Openbare Geestelijke Gezondheidszorg"),
    ("OOV", "Openbare Orde en Veiligheid"),
    ("PI", "Penitentiaire Inrichting"),
    ("SD", "Sociaal Domein"),
    ("TVO", "Tactisch Veiligheidsoverleg"),
    ("ZonMW", "ZonMw"),
    ("Z&V overleg", "Zorg en Veiligheidsoverleg"),
    ("ZVH", "Zorg- en Veiligheidshuis"),
]


def test_every_term_of_the_appendix_is_there() -> None:
    assert [(term.term, term.full_name) for term in GLOSSARY] == APPENDIX


def test_every_term_is_explained_in_a_sentence_with_its_source() -> None:
    for term in GLOSSARY:
        assert term.meaning.endswith("."), term.term
        assert term.source.startswith("Inventarisatie Groningen 2023"), term.term
