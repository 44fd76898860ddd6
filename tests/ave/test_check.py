"""One broken file per kind of finding, and what the person who edits it is told."""

import tomllib
from pathlib import Path

import pytest

from houvast.ave.check import Finding, check_file

FILES = Path(__file__).parent / "files"
WHOLE = FILES / "heel.toml"
THEME = FILES / "heel-thema.toml"

GROUP_WANTED = "Hier hoort een groep: { alle = [ … ] } of { een_van = [ … ] }, met minstens één code of groep erin."

BROKEN = tomllib.loads((FILES / "stuk.toml").read_text(encoding="utf-8"))["geval"]


def _check(tmp_path: Path, original: Path, old: str, new: str) -> tuple[Finding, ...]:
    text = original.read_text(encoding="utf-8")
    assert text.count(old) >= 1, "the text to break is not in the file"
    broken = tmp_path / original.name
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    return check_file(broken)


def _brief(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.severity, finding.place, finding.what) for finding in findings]


@pytest.mark.parametrize("original", [WHOLE, THEME], ids=["model", "theme"])
def test_a_whole_file_has_no_findings(original: Path) -> None:
    assert check_file(original) == ()


@pytest.mark.parametrize("case", BROKEN, ids=[case["naam"] for case in BROKEN])
def test_one_broken_thing_is_exactly_one_finding(tmp_path: Path, case: dict[str, str]) -> None:
    found = _brief(_check(tmp_path, WHOLE, case["oud"], case["nieuw"]))
    assert found == [(case["ernst"], case["plek"], case["wat"])]


def test_a_boundary_without_criteria_is_an_error(tmp_path: Path) -> None:
    assert _brief(_check(tmp_path, WHOLE, 'criteria = { alle = ["rust"] }\n', "")) == [
        ("fout", "grens.1-2.omlaag.criteria", "Deze grens heeft geen criteria."),
        ("let op", "criterium.rust", "Geen grens gebruikt dit criterium."),
    ]


@pytest.mark.parametrize(
    "group",
    [
        '["rust"]',
        '{ alle = ["rust"], een_van = ["rust"] }',
        "{ alle = [3] }",
        '{ samen = ["rust"] }',
        "{ alle = [[]] }",
        "{ alle = [] }",
        '{ alle = ["rust", { een_van = [] }] }',
    ],
)
def test_criteria_that_are_no_group_are_an_error(tmp_path: Path, group: str) -> None:
    found = _brief(_check(tmp_path, WHOLE, '{ alle = ["rust"] }', group))
    assert ("fout", "grens.1-2.omlaag.criteria", GROUP_WANTED) in found


@pytest.mark.parametrize(("direction", "phase"), [("omhoog", 1), ("omlaag", 2)])
def test_a_phase_that_cannot_be_left_is_an_error(tmp_path: Path, direction: str, phase: int) -> None:
    found = _brief(_check(tmp_path, WHOLE, f'[grens."1-2".{direction}]', f'[grens."2-1".{direction}]'))
    assert ("fout", f"grens.1-2.{direction}", f"Fase {phase} is niet {direction} te verlaten.") in found
    assert ("fout", f"grens.2-1.{direction}", "Deze grens ligt niet tussen twee fasen naast elkaar.") in found


def test_a_boundary_of_a_phase_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    text = WHOLE.read_text(encoding="utf-8")
    downward = text[text.index('[grens."1-2".omlaag]') : text.index("[tafel.overleg]")]
    found = _brief(_check(tmp_path, WHOLE, downward, downward + downward.replace("1-2", "2-3")))
    assert found == [("fout", "grens.2-3.omlaag", "Deze grens ligt niet tussen twee fasen naast elkaar.")]


def test_phases_with_a_gap_are_an_error(tmp_path: Path) -> None:
    text = WHOLE.read_text(encoding="utf-8")
    broken = tmp_path / "gat.toml"
    broken.write_text(text.replace("[fase.2", "[fase.3"), encoding="utf-8")
    assert ("fout", "fase", "De fasen lopen niet van 1 op zonder gat.") in _brief(check_file(broken))


def test_an_empty_file_is_told_everything_that_is_missing(tmp_path: Path) -> None:
    empty = tmp_path / "leeg.toml"
    empty.write_text("", encoding="utf-8")
    found = _brief(check_file(empty))
    assert ("fout", "code", "De sleutel code ontbreekt.") in found
    assert ("fout", "tijdelijk.werkdagen", "De sleutel werkdagen ontbreekt.") in found
    assert ("fout", "verantwoordelijkheid.bestuurlijk", "De tabel bestuurlijk ontbreekt.") in found
    assert ("fout", "fase", "De fasen lopen niet van 1 op zonder gat.") in found


def test_a_phase_without_one_of_the_four_seats_is_an_error(tmp_path: Path) -> None:
    seat = '[fase.1.stoel.bestuurlijk]\nvereist = false\npartners = "nee"\nbron = "verzonnen"\n'
    found = _brief(_check(tmp_path, WHOLE, seat, ""))
    assert ("fout", "fase.1.stoel.bestuurlijk", "De tabel bestuurlijk ontbreekt.") in found


def test_a_model_without_a_resident_lets_nobody_of_that_side_hold_a_seat(tmp_path: Path) -> None:
    found = _brief(_check(tmp_path, WHOLE, 'kant = "inwoner"', 'kant = "gemeente"'))
    assert found == []


THEME_PROBLEMS = [
    (
        "phases",
        "[criterium.nat]",
        '[fase.1]\nnaam = "Anders"\n[criterium.nat]',
        "fase",
        "Een thema mag geen fase hebben.",
    ),
    (
        "responsibilities",
        "[criterium.nat]",
        '[verantwoordelijkheid.casusregie]\nnaam = "Anders"\n[criterium.nat]',
        "verantwoordelijkheid",
        "Een thema mag geen verantwoordelijkheid hebben.",
    ),
    (
        "functions",
        "[criterium.nat]",
        '[functie.sluiswachter]\nnaam = "x"\n[criterium.nat]',
        "functie",
        "Een thema mag geen functie hebben.",
    ),
    (
        "deciders",
        'erbij = "en"',
        'erbij = "en"\nbeslist = ["burgemeester"]',
        "grens.1-2.omlaag.beslist",
        "De sleutel beslist is hier onbekend.",
    ),
    (
        "an unclear joining",
        'erbij = "en"',
        'erbij = "plus"',
        "grens.1-2.omlaag.erbij",
        'Hier hoort een van: "en", "of".',
    ),
    (
        "an unknown criterion",
        '{ een_van = ["nat"] }',
        '{ een_van = ["nat", "spook"] }',
        "grens.1-2.omhoog.criteria",
        "Het criterium spook bestaat niet.",
    ),
    (
        "no criteria",
        'erbij = "en"\ncriteria = { alle = ["droog"] }',
        'erbij = "en"\ncriteria = { alle = [] }',
        "grens.1-2.omlaag.criteria",
        GROUP_WANTED,
    ),
    (
        "criteria left out",
        'erbij = "en"\ncriteria = { alle = ["droog"] }',
        'erbij = "en"',
        "grens.1-2.omlaag.criteria",
        "De sleutel criteria ontbreekt.",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "what"), [case[1:] for case in THEME_PROBLEMS], ids=[case[0] for case in THEME_PROBLEMS]
)
def test_a_theme_may_only_add(tmp_path: Path, old: str, new: str, place: str, what: str) -> None:
    assert ("fout", place, what) in _brief(_check(tmp_path, THEME, old, new))


def test_errors_come_before_things_to_look_at(tmp_path: Path) -> None:
    text = (
        WHOLE.read_text(encoding="utf-8").replace(', wijkagent = "nee" }', " }").replace("fasen = [2]", "fasen = [9]")
    )
    broken = tmp_path / "twee.toml"
    broken.write_text(text, encoding="utf-8")
    assert [finding.severity for finding in check_file(broken)] == ["fout", "let op"]


def test_a_finding_says_file_line_what_and_why(tmp_path: Path) -> None:
    (finding,) = _check(tmp_path, WHOLE, "besluit_werkdagen = 2\n", "")
    lines = (tmp_path / "heel.toml").read_text(encoding="utf-8").splitlines()
    assert finding.line is not None
    assert lines[finding.line - 1] == '[grens."1-2".omhoog]'
    assert str(finding) == (
        f"fout: {tmp_path / 'heel.toml'}, regel {finding.line} [grens.1-2.omhoog.besluit_werkdagen]\n"
        "  De sleutel besluit_werkdagen ontbreekt.\n"
        "  Waarom: Zonder termijn blijft een voorstel liggen."
    )


def test_a_finding_about_what_is_nowhere_in_the_file_has_no_line(tmp_path: Path) -> None:
    (finding,) = _check(tmp_path, WHOLE, 'versie = "1"\n', "")
    assert finding.line is None
    assert str(finding).splitlines()[0] == f"fout: {tmp_path / 'heel.toml'} [versie]"
