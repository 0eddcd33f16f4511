"""Letters that invite: what they say, what they never say, and to whom."""

from __future__ import annotations

import stat
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

import actor_graph as ag
from actor_graph.problems import OutputError, RequestError, RequestErrors
from actor_graph.scheme.parts import ROLES
from actor_graph.views.letters.fields import FIELDS, heading, key_of
from actor_graph.views.letters.style import SHIPPED, style_of
from actor_graph.words import LANGUAGES, Language, catalog
from tests.advice.invite.town import town
from tests.making import folder
from tests.office import Convert
from tests.privacy.test_bytes import texts
from tests.running import run
from tests.views.letters.own import code, document, mark, merged, simple
from tests.views.letters.own import run as piece

ACTORS = """
    id;name;type;fields;offers;survey;wish;publish;mandate;person;Ansprechpartnerin;Anrede;Strasse;PLZ;E-Mail;\
Briefsprache
    hub;Haus, Tel. 0351 5550101;club;music;rooms with key at Mira Muster;answered;yes;;;;"Muster, Mira";Frau;\
Am Markt 1;01067;hub@example.org;
    a;Chor A;club;music;songs;answered;;;;;Karl Muster;Lieber Karl;;;a@example.org;Leichte Sprache
    b;Chor B;club;secret music;;no answer;;;;;;;;;;English
    c;Chor C;club;dance;;promised;;yes;;;"Herr Maier, Vorsitz";;;;;Klingonisch
    amt;Amt;office;advice;;answered;;;yes;;;;;;;
    s1;Schule Eins;school;dance;;answered;;;;;;;;;;
    lone;Allein;refugee group;;hall;answered;later;;;;;;;;;
    p1;Paar Eins;club;;;declined;no;;;;;;;;;
    p2;Paar Zwei;club;;;answered;;;;;;;;;;
    hp;Hilde Holler;individual;music;;answered;;;;yes;;;Gasse 7;01067;hp@example.org;
    out;Draussen;club;;;answered;;;;;;;;;;
"""
TIES = """
    source;target;weight
    hub;a;3
    hub;b;1
    hub;c;2
    hub;amt;1
    amt;s1;4
    p1;p2;1
    hub;hp;1
    hub;s1;1
"""
ABOUT = """
    name: Kleinstadt
    place: Kleinstadt (erfunden)
    language: de
    scheme: own.yaml
"""
SCHEME = "extends: migration-development\nformats:\n  meeting:\n    seats: 10\n    labels: {de: Treffen, en: meeting}\n"
INTERNAL = """networked central isolated fragment quota reserve hub host mandate presenter multiplier door-opener bridge
    participant circle reaches reached rule seat seats survey answered declined promised instead vernetzt zentral
    zentraler isoliert Brücke Kreis Kreise erreicht Vorgabe Vorgaben Quote Reserve Ersatz Platz Plätze Rücklauf Auftrag
    einzige Redezeit Klinke top_dog status invitation/1 Draussen 0351""".split()
"""Words of the list that no addressee is to read, as words of their own."""
BLANK = "____________"


def scene(where: Path) -> Path:
    place = folder(where, ACTORS, TIES, ABOUT)
    (place / "own.yaml").write_text(SCHEME, "utf-8")
    return place


@cache
def made() -> ag.Invitation:
    import tempfile

    with tempfile.TemporaryDirectory() as where:
        return ag.invite(scene(Path(where) / "city"), format="meeting", exclude={"out": "streitet mit Klinke"})


@pytest.fixture
def invitation() -> ag.Invitation:
    return made()


def read(path: Path) -> str:
    """All texts of a letter in their order, line by line, with its header and footer."""
    letter: Any = Document(str(path))
    parts = [letter.element.body, letter.sections[0].header._element, letter.sections[0].footer._element]
    found = []
    for part in parts:
        for paragraph in part.iter("{*}p"):
            marks = {"t": lambda e: e.text or "", "br": lambda e: "\n", "tab": lambda e: "\t"}
            nodes = (node for node in paragraph.iter() if node.tag.rpartition("}")[2] in marks)
            found.append("".join(marks[node.tag.rpartition("}")[2]](node) for node in nodes))
    return "\n".join(found)


def table(path: Path) -> list[dict[str, str]]:
    heads, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), map(str, row), strict=True)) for row in rows]


def letters(where: Path, invitation: ag.Invitation, template: str | Path = "de", **options: Any) -> dict[str, Path]:
    """The letters by the name of their addressee."""
    ag.invitation_letters(invitation, where, template=template, with_contacts=True, **options)
    found = sorted(where.glob("*.docx"))
    names = [one["name"] for one in invitation.to_dict()["invited"]]
    assert len(found) == len(names)
    return dict(zip(names, found, strict=True))


def test_one_letter_per_invited_with_address_and_reason(tmp_path: Path, invitation: ag.Invitation) -> None:
    found = letters(tmp_path / "out", invitation, fill={"Ort": "Saal", "Antwort bis": "1. Mai"})
    hub = read(found["Haus, Tel. […]"])
    assert "Haus, Tel.\nMira Muster\nAm Markt 1\n01067 Kleinstadt\n" in hub
    assert "Sehr geehrte Frau Muster," in hub
    assert "weil Sie in diesem Bereich arbeiten: music." in hub
    assert "bis zum 1. Mai Bescheid" in hub
    assert "Wo:\tSaal" in hub
    assert f"Wann:\t{BLANK}, {BLANK}" in hub
    assert "key" not in hub  # an offer that names somebody is not repeated
    assert "Draussen" not in "".join(map(read, found.values()))


def test_language_and_salutation_come_from_the_sheet(tmp_path: Path, invitation: ag.Invitation) -> None:
    found = letters(tmp_path / "out", invitation)
    assert "Lieber Karl," in read(found["Chor A"])
    assert "Sie machen etwas zu diesem Thema: music." in read(found["Chor A"])
    assert "Dear Sir or Madam," in read(found["Chor B"])
    assert "secret music" not in read(found["Chor B"])  # it has not stated that itself
    assert "Chor C\nHerrn Maier\n" in read(found["Chor C"])
    assert "Sehr geehrter Herr Maier," in read(found["Chor C"])
    assert "weil Sie in diesem Bereich arbeiten: dance." in read(found["Chor C"])  # it agreed to be published
    told = ag.invitation_letters(invitation, tmp_path / "again", template="de", with_contacts=True).warnings
    assert any("Klingonisch" in problem.message("de") for problem in told)


@pytest.mark.parametrize("template", SHIPPED)
def test_a_letter_says_what_the_event_is_about(tmp_path: Path, invitation: ag.Invitation, template: str) -> None:
    given = letters(tmp_path / "given", invitation, template, fill={"Anlass": "Wem welcher Saal gehört"})
    assert all("Wem welcher Saal gehört" in read(path) for path in given.values())
    done = ag.invitation_letters(invitation, tmp_path / "none", template=template)
    (blank,) = (each.message("de") for each in done.warnings if each.key == "invitation_letters.still_blank")
    assert {"Thema", "Subject"} & set(blank.replace(",", "").replace(".", "").split())


def test_english_letters_speak_english_and_what_is_not_translated_is_told(
    tmp_path: Path, invitation: ag.Invitation
) -> None:
    found = letters(tmp_path / "out", invitation, "en", fill={"Moderation": "Büro Runde"})
    said = read(found["Chor C"])
    assert "Facilitation:\tBüro Runde" in said
    assert "Moderation" not in said
    assert "Our privacy notice explains" in said
    names = [one["name"] for one in invitation.to_dict()["invited"]]
    number = f"{names.index('Chor B') + 1:0{len(str(len(names)))}}"  # alone asks for English in the sheet
    for template, told in (("de", number), ("en", "")):
        made = ag.invitation_letters(invitation, tmp_path / f"{template}.csv", template=template)
        (note,) = (each.message("de") for each in made.warnings if each.key == "invitation_letters.other_language")
        assert "wird nicht übersetzt" in note
        assert note.endswith(f"die Briefe Nr. {told}.") if told else note.count(",") >= len(names) - 2


def test_persons_are_named_in_their_own_letter_alone(tmp_path: Path, invitation: ag.Invitation) -> None:
    found = letters(tmp_path / "out", invitation)
    for name, path in found.items():
        assert ("Hilde" in read(path)) == (name == "Person 1")
        assert ("Mira Muster" in read(path)) == name.startswith("Haus")
    assert "Hilde Holler\nGasse 7\n01067 Kleinstadt" in read(found["Person 1"])
    assert "Guten Tag Hilde Holler," in read(found["Person 1"])


@pytest.mark.parametrize("template", SHIPPED)
def test_nothing_internal_is_in_a_letter_or_the_table(tmp_path: Path, invitation: ag.Invitation, template: str) -> None:
    entered = {"patron": "X", "signatory": "X"}
    letters(tmp_path / "out", invitation, template, fill=entered)
    ag.invitation_letters(invitation, tmp_path / "table", template=template)
    ag.invitation_letters(invitation, tmp_path / "table" / "t.csv", template=template)
    told = invitation.to_dict()
    sentences = {text for one in told["invited"] for text in (*one["reasons"], *one["notes"], one["approach_text"])}
    sentences |= {one["role_text"] for one in told["invited"]} | {change["why"] for change in told["changes"]}
    sentences -= {"Brief", "Besuch", "Anruf"}
    for path in [*(tmp_path / "out").iterdir(), *(tmp_path / "table").iterdir()]:
        if path.name == ".actor-graph":
            continue
        whole = "\n".join(texts(path.read_bytes())) if path.suffix != ".docx" else read(path)
        words = set(whole.replace("<", " ").replace(">", " ").replace(";", " ").replace(",", " ").split())
        assert not [word for word in INTERNAL if word in words], path.name
        assert not [said for said in sentences if said in "\n".join(texts(path.read_bytes()))], path.name
    assert len(sentences) > 8


def test_the_sentences_of_letters_have_no_internal_word() -> None:
    for key, said in catalog("invitation_letters").items():
        if key.split("_")[0] in ("reason", "part", "salutation", "letter", "foot"):
            for language in LANGUAGES:
                spoken = said[language]
                forms = (
                    spoken.values() if isinstance(spoken, dict) else spoken if isinstance(spoken, list) else [spoken]
                )
                words = {word.strip(".,;:?").casefold() for form in forms for word in form.split()}
                assert not words & {word.casefold() for word in INTERNAL if word != "hub"}, key


def test_every_part_has_its_sentence() -> None:
    known = catalog("invitation_letters")
    assert all(f"part_{role}{plain}" in known for role in ROLES for plain in ("", "_plain"))
    assert known["part_presenter"]["de"].startswith("Möchten Sie")
    assert known["part_presenter"]["en"].startswith("Would you like")


def test_the_table_without_contacts_names_no_person(tmp_path: Path, invitation: ag.Invitation) -> None:
    done = ag.invitation_letters(invitation, tmp_path / "out", template="de")
    assert done.letters == 0
    names = sorted(path.name for path in done.files)
    assert names == ["Serienbrief.xlsx", "Vorlage (de).docx", "Vorlage (de-plain).docx", "Vorlage (en).docx"]
    whole = [text for path in done.files for text in texts(path.read_bytes())]
    assert not [word for word in ("Hilde", "Muster", "example.org", "Am Markt", "0351") if word in "\n".join(whole)]
    rows = table(tmp_path / "out" / "Serienbrief.xlsx")
    assert len(rows) == len(invitation.ids)
    assert "E-Mail" not in rows[0]
    person = next(row for row in rows if row["Name"] == "Person 1")
    assert (person["Anschrift"], person["Anrede"]) == (BLANK, f"Guten Tag {BLANK},")
    assert {row["Veranstaltung"] for row in rows} == {"Treffen", "meeting"}
    assert {row["Datum"] for row in rows} == {BLANK}
    assert {row["Stadt"] for row in rows} == {"Kleinstadt"}


def test_the_template_for_word_has_the_headings_of_the_table(tmp_path: Path, invitation: ag.Invitation) -> None:
    import re

    ag.invitation_letters(invitation, tmp_path / "out", template="de")
    heads = set(table(tmp_path / "out" / "Serienbrief.xlsx")[0])
    xml = Document(str(tmp_path / "out" / "Vorlage (de).docx")).element.xml
    fields = set(re.findall(r'MERGEFIELD "([^"]+)"', xml))
    assert len(fields) > 10
    assert fields <= heads


def test_only_its_owner_reads_what_holds_contacts(tmp_path: Path, invitation: ag.Invitation) -> None:
    done = ag.invitation_letters(invitation, tmp_path / "out", template="en", with_contacts=True)
    assert {stat.S_IMODE(path.stat().st_mode) for path in done.files} == {0o600}
    one = ag.invitation_letters(invitation, tmp_path / "t.csv", template="en", with_contacts=True)
    assert [path.name for path in one.files] == ["t.csv"]
    assert stat.S_IMODE((tmp_path / "t.csv").stat().st_mode) == 0o600
    assert "hub@example.org" in (tmp_path / "t.csv").read_text("utf-8-sig")


def test_the_same_input_makes_the_same_bytes_and_who_left_has_no_letter(tmp_path: Path) -> None:
    place = scene(tmp_path / "city")
    one = ag.invite(place, format="meeting", exclude={"out": None})
    first = letters(tmp_path / "out", one)
    before = {path.name: path.read_bytes() for path in first.values()}
    again = letters(tmp_path / "out2", one)
    assert before == {path.name: path.read_bytes() for path in again.values()}
    other = ag.invite(place, format="meeting", exclude=["s1", "out"], seats="9")
    second = letters(tmp_path / "out", other)
    assert "Schule Eins" not in second
    assert not [path for path in (tmp_path / "out").iterdir() if "Schule" in path.name]


def test_a_letter_that_somebody_changed_stays_and_is_told(tmp_path: Path, invitation: ag.Invitation) -> None:
    found = letters(tmp_path / "out", invitation)
    found["Schule Eins"].write_bytes(b"mine")
    with pytest.raises(OutputError):
        letters(tmp_path / "out", invitation)
    ag.invitation_letters(invitation, tmp_path / "out", template="de", with_contacts=True, force=True)
    assert found["Schule Eins"].read_bytes() != b"mine"


def test_an_own_template(tmp_path: Path, invitation: ag.Invitation) -> None:
    inside = piece("{Anre") + piece("de} ") + merged("Grund") + piece(" {Aktenzeichen} «signed by»")
    own = document(tmp_path / "Brief.docx", inside)
    found = letters(tmp_path / "out", invitation, own, fill=["Aktenzeichen=AZ 7", "Unterschrift=Mina <Beispiel> & Co"])
    said = read(found["Schule Eins"])
    assert "Sehr geehrte Damen und Herren, Wir laden Sie ein, weil" in said
    assert "AZ 7 Mina <Beispiel> & Co" in said
    ag.invitation_letters(invitation, tmp_path / "t", template=own, fill={"Aktenzeichen": "1"})
    assert [path.name for path in (tmp_path / "t").glob("*.*x")] == ["Serienbrief.xlsx"]
    own.rename(tmp_path / "t" / "Einladung 01 Chor A.docx")
    before = (tmp_path / "t" / "Einladung 01 Chor A.docx").read_bytes()
    ag.invitation_letters(invitation, tmp_path / "t", template=tmp_path / "t" / "Einladung 01 Chor A.docx",
                          fill={"Aktenzeichen": "1"}, with_contacts=True, force=True)  # fmt: skip
    assert (tmp_path / "t" / "Einladung 01 Chor A.docx").read_bytes() == before  # never over the template


def test_unknown_fields_are_told_together(tmp_path: Path, invitation: ag.Invitation) -> None:
    own = document(tmp_path / "Brief.docx", piece("«Anreed» {Aktenzeichen} «Name»"))
    with pytest.raises(RequestErrors) as refused:
        ag.invitation_letters(invitation, tmp_path / "out", template=own, fill=["Datm=3", "x", "Nr=7"])
    said = [str(error) for error in refused.value.errors]
    assert len(said) == 5
    for words in ("Datm", "„x“", "„Nr“", "„Anreed“", "„Aktenzeichen“"):
        assert sum(words in line for line in said) == 1
    assert "Ist „Anrede“ gemeint?" in "".join(said)
    assert not (tmp_path / "out").exists()
    with pytest.raises(RequestError, match="keine Felder"):
        ag.invitation_letters(invitation, tmp_path / "out", template=document(tmp_path / "b.docx", piece("Hallo")))


@pytest.mark.parametrize(
    "broken",
    [
        merged("Anrede").removesuffix(mark("end")),
        merged("Anrede").removeprefix(mark("begin")),
        mark("begin") + code(" MERGEFIELD Anrede"),
        merged("Anrede").removesuffix(mark("end")) + merged("Name"),
        merged("Anrede").removesuffix(mark("end")) + simple("Name"),
    ],
)
def test_a_field_without_its_first_or_last_mark_is_refused(
    tmp_path: Path, invitation: ag.Invitation, broken: str
) -> None:
    """Word shows its old text for ever: the letters would all greet the same."""
    own = document(tmp_path / "Brief.docx", piece("«Name» "), broken, piece("danach {Grund}"))
    with pytest.raises(RequestError, match="Seriendruckfeld Anrede") as refused:
        ag.invitation_letters(invitation, tmp_path / "out", template=own, with_contacts=True)
    assert refused.value.key == "invitation_letters.broken_field"
    assert not (tmp_path / "out").exists()


def test_what_is_entered_in_a_file(tmp_path: Path, invitation: ag.Invitation) -> None:
    about = tmp_path / "brief.yaml"
    about.write_text("Datum: 12. März\nOrt: Saal 1\nModeration: amt\nGrund: Wir laden alle ein.\n", "utf-8")
    target = tmp_path / "t.csv"
    ag.invitation_letters(invitation, target, template="de", fill={"place": "Saal 2"}, fill_from=about)
    said = target.read_text("utf-8-sig")
    assert all(words in said for words in ("12. März", "Saal 2", "Wir laden alle ein."))
    assert "Saal 1" not in said
    assert "weil" not in said
    about.write_text("- a\n- b\n", "utf-8")
    with pytest.raises(RequestError):
        ag.invitation_letters(invitation, target, template="de", fill_from=about)


def test_who_is_to_be_asked_first_is_told_and_not_written(tmp_path: Path, invitation: ag.Invitation) -> None:
    done = ag.invitation_letters(invitation, tmp_path / "out", template="de", with_contacts=True)
    told = " ".join(problem.message("de") for problem in done.warnings)
    assert "ob eine Einladung recht ist: Paar Eins." in told
    assert "Hilde" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_field_is_known_by_its_names(language: Language) -> None:
    assert [key_of(heading(key, language)) for key in FIELDS] == list(FIELDS)
    assert [style.name for name in SHIPPED if (style := style_of(name))] == list(SHIPPED)


def test_the_command(tmp_path: Path) -> None:
    asked = ("invite", town(tmp_path / "town", language="de"), "--format", "meeting")
    ran = run(
        *asked, "--letters", "de", "--letters-to", tmp_path / "briefe", "--fill", "Datum=12. März", "--patron", "B"
    )
    assert ran.status == 0, ran.err
    assert "Die Briefe selbst entstehen mit --with-contacts." in ran.err
    assert (tmp_path / "briefe" / "Serienbrief.xlsx").is_file()
    assert table(tmp_path / "briefe" / "Serienbrief.xlsx")[0]["Schirmherrschaft"] == "B"
    wrong = run(*asked, "--with-contacts", "--fill", "Datum=1", "-o", tmp_path / "x.json")
    assert (wrong.status, wrong.out, (tmp_path / "x.json").exists()) == (2, "", False)
    assert "--fill, --with-contacts gehört zu --letters" in wrong.err
    wrong = run(*asked, "--letters", tmp_path / "none.docx", "-o", tmp_path / "x.json")
    assert (wrong.status, wrong.out, (tmp_path / "x.json").exists()) == (2, "", False)


@pytest.mark.parametrize("template", SHIPPED)
def test_each_letter_is_one_page(tmp_path: Path, invitation: ag.Invitation, office: Convert, template: str) -> None:
    long = {"Absender": "Stadt Kleinstadt, Büro für Vernetzung, Am Markt 1, 01067 Kleinstadt", "Ort": "Rathaus, " * 6}
    found = letters(tmp_path / "out", invitation, template, fill=long)
    pdf = office(found["Haus, Tel. […]"], "pdf").read_bytes()
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type /Page\n") == 1


def test_which_letters_are_new_since_the_last_run_is_told(tmp_path: Path) -> None:
    place = scene(tmp_path / "city")
    options = {"template": "de", "with_contacts": True}

    def told(found: ag.Invitation) -> list[tuple[str, object, object]]:
        done = ag.invitation_letters(found, tmp_path / "out", **options)
        return [(w.key, w.values["n"], w.values["rest"]) for w in done.warnings if "new_letters" in w.key]

    all_but_one = ag.invite(place, format="meeting", exclude=["s1", "out"], seats="9")
    assert told(all_but_one) == []
    assert told(all_but_one) == [("invitation_letters.no_new_letters", 0, 9)]
    everyone = ag.invite(place, format="meeting", exclude=["out"], seats="10")
    assert told(everyone) == [("invitation_letters.new_letters", 1, 9)]
