"""No value marked as personal is in the bytes of any output, whatever verb, audience and language.

The landscape below holds a value of its own in each place where personal data come to stand in real lists. Every verb
has an entry in ``OUTPUTS`` or stands among the working copies: a new one without either fails.
"""

from __future__ import annotations

import base64
import io
import json
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from html import escape, unescape
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from actor_graph.cli import COMMANDS
from actor_graph.privacy.audience import AUDIENCES
from actor_graph.words import LANGUAGES
from tests.running import Ran, run

ACTORS = """id;name;type;fields;needs;offers;description;place;website;reason;found_by;person;publish;publish_ties;\
survey;Telefon;E-Mail;Ansprechpartnerin;contact_note;IBAN;Hobby;Bemerkung;Religion
wel;Weltladen Planfeld;shop;education;Raum, Tel. 0351 5550101;rooms, Schlüssel bei M. Plankontakt;\
Fragen an Hilde Planheim, hilde@planted.example;\
North;https://wel.example;;register;;yes;yes;answered;0351 5550102;wel@planted.example;Frau Mira Plankontakt;Plannotiz;\
DE89 3704 0044 0532 0130 00;Planhobby;Plangerücht;Planglaube
cho;Chor 0351 5550103;choir;education;Hilfe von Frau Planheim;songs, Mira Plankontakt;\
Konto DE02 1203 0000 0000 2020 51;South;;;Planquelle, HILDE  PLANHEIM;;\
yes;yes;answered;;;;;;;;Planglaube
hp;Hilde Planheim;individual;education;;;Lebt allein in der Plangasse;Plangasse;https://planheim.example;Plangrund;\
Plantante;yes;yes;yes;answered;0171 5550104;hp@planted.example;;;;Planhund;;
kp;Karl Planner;individual;;;;;;;;;yes;;;no answer;;;;;;;;
amt;Amt;office;education;Hilfe von hp;Rat von Planheim;\
Leitung: Plankontakt, Mira. In der Plankontaktstr. 7, Vertretung G. Planleiter;;;;;;\
yes;yes;promised;;;Planleiter, Gerd;Plankontaktstraße 7;;;;
"""
UNNAMED = """hid;Verborgene Gruppe;group;education;;;Verborgene Beschreibung;;;;;;;;answered;;;;;;;;
aus;Ausgeschlossene;group;;;;;;;Plangrund der Auslassung;;;;;excluded;;;;;;;;
"""
TIES = """source;target;kind;intensity;reported_by;note;Vertraulich
wel;cho;joint project with Herrn Planleiter;regular;wel;Planbemerkung;Plangeheimnis
wel;hp;Tee mit Hilde Planheim;;wel;;
cho;amt;Anruf 0351 5550105;;;;
hid;wel;cooperation;;hid;;
aus;wel;cooperation;;;;
amt;wel;cooperation;;;;
"""
CONTACTS = """actor;date;by;channel;outcome;next;note
wel;2026-05-01;Plananrufer;Telefon 0351 5550106;answered;;Planprotokoll
hp;2026-05-02;Plananrufer;;answered;Plantermin;Planklage
"""
EVENTS = """event;format;date;actor;invited;answer;came;role
Planfest;;2026-05-09;wel;yes;;yes;Planrolle
"""
TANDEMS = """a;b;project;lead;start;state;result;next look;Telefon
cho;amt;Planvorhaben mit Hilde Planheim;Planführung;2026-01-01;running;Planausgang;2026-02-01;0351 5550108
"""
ABOUT = """name: Planfeld 0351 5550107
place: place@planted.example
boundary: gefragt haben Hilde Planheim und Frau Plankontakt
sources: [Liste von K. Planner, 0351 5550108, Mira Plankontakt]
circles: {wel: Rund um Hilde Planheim}
grand: {ethics: "gefragt wurde Hilde Planheim, 0351 5550108", available: bei Frau Mira Plankontakt}
date: 2026-06-30
"""
GOALS = """vision: Alle kennen Hilde Planheim, Rat bei Mira Plankontakt
goals:
  - Frau Planheim hilft | density | 0.1 | 2030 | Gerd Planleiter
  - Mehr mit wel@planted.example | Treffen mit Hilde Planheim | 3
  - Ein Fest mit Karl Planner
indicators: {Treffen mit Hilde Planheim: 4}
"""
YEARS = ("json", "html", "xlsx", "csv")
REGISTER = """Name;Beschreibung;Angebote;Telefon;Einzelperson
Weltladen Planfeld e. V.;Leitung Mira Plankontakt, 0351 5550101;Rat von Hilde Planheim;0351 5550102;
Verein der Neuen;geleitet von Karl Planner;;0351 5550106;
Karl Planner;Planklage;;;ja
"""
CONTACT = [*(f"55501{n:02}" for n in range(1, 9)), "planted.example", "37040044", "3704 0044", "1203 0000",
           "Plankontakt", "Mira", "Planleiter", "Plannotiz"]  # fmt: skip
PERSONS = [
    "Hilde",
    "HILDE",
    "Planheim",
    "planheim",
    "PLANHEIM",
    "Planner",
    "Plangasse",
    "Plantante",
    "Lebt allein",
    "Planhund",
]
INSIDE = ["Planhobby", "Plangerücht", "Planglaube", "Planbemerkung", "Plangeheimnis", "Plananrufer", "Planprotokoll",
          "Plantermin", "Planklage", "Planfest", "Planrolle", "Planvorhaben",
          "Planführung", "Planausgang"]  # fmt: skip
NEW_TEXT = ("new: description", "neu: description")
NEVER = [*CONTACT, *PERSONS, *INSIDE]
NOT_PUBLIC = ["Verborgene", "Ausgeschlossene", '"hid"', '"aus"']
NOT_PARTICIPANTS = ["Plangrund"]
NAMES = [
    "Weltladen",
    "Chor",
    "Planfeld",
    "Verborgene",
    "Ausgeschlossene",
    "wel.example",
    '"wel"',
    '"cho"',
    "Planquelle",
]
"""What stands away besides under --pseudonymize."""


def city(where: Path) -> Path:
    where.mkdir()
    texts = {"actors": ACTORS + UNNAMED, "ties": TIES, "contacts": CONTACTS, "events": EVENTS, "tandems": TANDEMS}
    for name, text in texts.items():
        (where / f"{name}.csv").write_text(text, "utf-8")
    (where / "landscape.yaml").write_text(ABOUT, "utf-8")
    return where


def figures(place: Path, out: Path, *options: str) -> list[Ran]:
    draws = ("--draws", "9")
    folder, book = out / "figures", out / "figures.xlsx"
    both = [run("analyze", place, "-o", target, *draws, *options) for target in (folder, book)]
    sheets = [run("analyze", place, "--grand", "-o", out / f"grand.{end}", *draws, *options) for end in ("md", "html")]
    return [*both, *sheets, run("analyze", place, "--grand", "--json", *draws, *options)]


def chart(place: Path, out: Path, *options: str) -> list[Ran]:
    return [run("map", place, "-o", out / "map.html", "--draws", "9", *options)]


def register(place: Path, out: Path, *options: str) -> list[Ran]:
    return [run("directory", place, "-o", out / f"directory.{kind}", *options) for kind in ("html", "docx", "xlsx")]


def state(place: Path, out: Path, *options: str) -> list[Ran]:
    return [run("check", place, "-o", out / "state.xlsx", *options), run("check", place, "--json", *options)]


def pairs(place: Path, out: Path, *options: str) -> list[Ran]:
    other = place.with_name("register.csv")
    other.write_text(REGISTER, "utf-8")
    both = [run("match", place, "-o", out / f"decisions.{kind}", *options) for kind in ("csv", "xlsx")]
    names = [out / f"beside.{kind}" for kind in ("csv", "xlsx")]
    return [*both, *(run("match", place, "--against", other, "-o", name, *options) for name in names)]


def experiment(place: Path, out: Path, *options: str) -> list[Ran]:
    """With what is known of a natural person by name in what is supposed."""
    asked = ("--add", "cho:Hilde Planheim", "--add", "hid:kp", "--remove", "amt", "--remove", "wel:cho", "--draws", "9")
    files = [run("whatif", place, *asked, "-o", out / f"whatif.{kind}", *options) for kind in ("html", "json")]
    return [*files, run("whatif", place, *asked, "--json", *options)]


def relations(place: Path, out: Path, *options: str) -> list[Ran]:
    """Of kinds that name people, and by columns that hold what is personal."""
    kinds = (
        "--x",
        "Tee mit Hilde Planheim",
        "--y",
        "Anruf 0351 5550105",
        "--on",
        "joint project with Herrn Planleiter",
    )
    asked = (*kinds, "--on", "same:Hobby", "--on", "same:Religion", "--sensitive", "--draws", "9", *options)
    return [run("qap", place, *asked), run("qap", place, *asked, "--json")]


def tandem_list(place: Path, out: Path, *options: str) -> list[Ran]:
    asked = ("--between", "choir", "individual", "--suggest", "3", *options)
    listed = [run("tandems", place, "-o", out / f"tandems.{kind}", *asked) for kind in ("csv", "xlsx")]
    seats = ("--tables", "1", *options)
    seated = [run("tandems", place, "-o", out / f"tables.{kind}", *seats) for kind in ("csv", "xlsx")]
    return [*listed, *seated, run("tandems", place, "--json", *asked), run("tandems", place, "--json", *seats)]


def matched(place: Path, out: Path, *options: str) -> list[Ran]:
    files = [run("needs", place, "-o", out / f"needs.{kind}", *options) for kind in ("html", "xlsx", "csv", "json")]
    return [*files, run("needs", place, "--json", *options)]


def years(place: Path, out: Path, *options: str) -> list[Ran]:
    """Two waves, between which much has changed; in the later one who was a natural person is not said to be one."""
    later = place.with_name("later")
    if not later.exists():
        shutil.copytree(place, later)
        texts = {name: (later / name).read_text("utf-8") for name in ("actors.csv", "ties.csv", "landscape.yaml")}
        lonely = "Plangasse;Plangasse;https://planheim.example;Plangrund;"
        texts["actors.csv"] = texts["actors.csv"].replace(lonely, ";;;;")
        texts["actors.csv"] = texts["actors.csv"].replace("Plantante;yes;", "Plantante;;")
        texts["ties.csv"] = texts["ties.csv"].replace("wel;cho;", "wel;kp;") + "cho;kp;;;;;\n"
        texts["landscape.yaml"] = texts["landscape.yaml"].replace("2026-06-30", "2028-06-30") + GOALS
        for name, text in texts.items():
            (later / name).write_text(text, "utf-8")
    files = [run("evolve", later, place, *options, "--draws", "9", "-o", out / f"years.{kind}") for kind in YEARS]
    return [*files, run("evolve", place, later, "--json", "--draws", "9", *options)]


def own_pages(place: Path, out: Path, *options: str) -> list[Ran]:
    return [run("pages", place, "-o", out / "pages", *options)]


def invitations(place: Path, out: Path, *options: str) -> list[Ran]:
    why = "hp=asked for by Hilde Planheim, 0351 5550104"
    wanted = ("--format", "planning workshop", "--include", why, "--exclude", "amt=Planleiter, Gerd", *options)
    forms = ("json", "xlsx", "csv", "html")
    files = [run("invite", place, *wanted, "-o", out / f"invited.{kind}") for kind in forms]
    letters = ("--letters", "de-plain", "--letters-to")
    files += [
        run("invite", place, *wanted, *letters, out / name) for name in ("letters", "letters.csv", "letters.xlsx")
    ]
    on_map = ("--invited", out / "invited.json", "-o", out / "invited-map.html", "--draws", "9", *options)
    return [*files, run("invite", place, *wanted, "--json"), run("map", place, *on_map)]


def templates(place: Path, out: Path, *options: str) -> list[Ran]:
    return [run("init", out / f"new{kind}", *options) for kind in ("", ".xlsx")]


FOR_AUDIENCES: dict[str, Callable[..., list[Ran]]] = {
    "analyze": figures,
    "map": chart,
    "directory": register,
    "needs": matched,
    "evolve": years,
}


def side_by_side(place: Path, out: Path, *options: str) -> list[Ran]:
    """With a city that fails, whose fault is in the row of somebody."""
    broken = place.with_name("broken")
    if not broken.exists():
        shutil.copytree(place, broken)
        with (broken / "ties.csv").open("a", encoding="utf-8") as ties:
            ties.write("hp;Hilde Plankontakt 0351 5550101;;;;;\n")
    asked = (place, broken, *options, "--draws", "9", "--workers", "1")
    files = [run("compare", *asked, "-o", out / f"cities.{kind}") for kind in ("html", "xlsx", "csv", "json")]
    return [*files, run("compare", *asked, "--json")]


UNDER_NAMES: dict[str, Callable[..., list[Ran]]] = {"compare": side_by_side}
"""For audiences, too, but with no pseudonyms."""
FOR_THE_OFFICE: dict[str, Callable[..., list[Ran]]] = {
    "check": state,
    "match": pairs,
    "tandems": tandem_list,
    "whatif": experiment,
    "qap": relations,
    "invite": invitations,
}
FOR_THE_ACTOR: dict[str, Callable[..., list[Ran]]] = {"pages": own_pages}
FROM_NOTHING: dict[str, Callable[..., list[Ran]]] = {"init": templates}
WORKING_COPIES = ("merge", "feedback", "forget")
"""They keep everything, for their owner alone: held by the mode of their files, see the tests of each."""
TO_PASS_ON = FOR_AUDIENCES | {"check": state}
"""What can be made under pseudonyms."""
OUTPUTS = FOR_AUDIENCES | UNDER_NAMES | FOR_THE_OFFICE | FOR_THE_ACTOR | FROM_NOTHING


def test_every_verb_is_looked_at() -> None:
    assert set(COMMANDS) == {*OUTPUTS, *WORKING_COPIES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("verb", [*FOR_AUDIENCES, *UNDER_NAMES])
def test_nothing_personal_leaves(tmp_path: Path, verb: str, audience: str, language: str) -> None:
    options = ("--audience", audience, "--language", language)
    out, said = made(OUTPUTS[verb], tmp_path, *options)
    forbidden = NEVER + NOT_PARTICIPANTS * (audience != "office") + NOT_PUBLIC * (audience == "public")
    assert found(forbidden, out, said) == []
    if audience == "office":
        known = "Planfeld" if verb == "compare" else "Weltladen Planfeld"  # cities alone are named side by side
        assert found([known], out, said) != []  # what is looked for would be found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("verb", "audience"), [*product(FOR_AUDIENCES, AUDIENCES), ("check", None)])
def test_no_name_leaves_under_pseudonyms(tmp_path: Path, verb: str, audience: str | None, language: str) -> None:
    asked = ("--audience", audience) if audience else ()
    out, said = made(TO_PASS_ON[verb], tmp_path, *asked, "--language", language, "--pseudonymize")
    assert found(NEVER + NOT_PARTICIPANTS + NOT_PUBLIC + NAMES, out, said) == []
    assert found(["anonym"], out, said) != []
    key = tmp_path / ("later.key.csv" if verb == "evolve" else "city.key.csv")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", [*FOR_THE_OFFICE, *FOR_THE_ACTOR, *FROM_NOTHING])
def test_nothing_personal_leaves_in_the_work_of_the_office(tmp_path: Path, verb: str, language: str) -> None:
    out, said = made(OUTPUTS[verb], tmp_path, "--language", language)
    inside = [value for value in INSIDE if verb != "check" or value != "Plantermin"]
    assert found(CONTACT + PERSONS + inside, out, said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_stands_in_the_letters_of_others(tmp_path: Path, language: str) -> None:
    out = tmp_path / "out"
    ran = run("init", out / "new", "--from", city(tmp_path / "city"), "--interview", "--language", language)
    assert ran.status == 0, ran.err
    shutil.rmtree(out / "new")  # a working copy
    assert found(CONTACT + INSIDE, out, [ran.out]) == []
    own = [file for file in out.rglob("*Person *") if found(["Hilde Planheim", "Karl Planner"], file, [])]
    assert len(own) == 2  # to whom they are written
    for file in own:
        file.unlink()
    assert found(PERSONS, out, [ran.out]) == []
    assert found(["Weltladen"], out, []) != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_names_nobody_but_who_gets_it(tmp_path: Path, language: str) -> None:
    place, out = city(tmp_path / "city"), tmp_path / "out"
    wanted = ("--format", "planning workshop", "--include", "hp=asked for by Karl Planner", "--language", language)
    ran = run("invite", place, *wanted, "--letters", language, "--letters-to", out, "--with-contacts")
    assert ran.status == 0, ran.err
    assert {stat.S_IMODE(file.stat().st_mode) for file in out.iterdir() if file.name != ".actor-graph"} == {0o600}
    assert found(CONTACT + PERSONS + INSIDE, tmp_path / "nowhere", [ran.out, ran.err]) == []
    letters = sorted(out.glob("*.docx"))
    own = {
        "Weltladen": "Mira Plankontakt wel@planted.example",
        "Hilde": "Hilde Planheim hp@planted.example",
        "Karl": "Karl Planner",
        "Amt": "Gerd Planleiter Plankontaktstraße 7",
    }
    assert len(letters) >= 4
    for file in letters:
        mine = next((values for name, values in own.items() if name in file.name), "")
        others = [value for value in CONTACT + PERSONS if value.casefold() not in mine.casefold()]
        assert found([*others, *INSIDE, *NOT_PARTICIPANTS], file, []) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_personal_is_said_of_answers_and_decisions(tmp_path: Path, language: str) -> None:
    place, out, tongue = city(tmp_path / "city"), tmp_path / "out", ("--language", language)
    asked = run("pages", place, "-o", out, *tongue)
    assert asked.status == 0, asked.err
    book = openpyxl.load_workbook(next(out.glob("*.xlsx")))
    actors = book[book.sheetnames[1]]
    for row in range(2, actors.max_row + 1):
        for column in range(2, actors.max_column + 1):
            if str(actors.cell(1, column).value).casefold() in NEW_TEXT:
                actors.cell(row, column).value = "Fragen an Hilde Planheim und Mira Plankontakt, 0351 5550101"
    book.save(tmp_path / "answers.xlsx")
    back = run("feedback", place, tmp_path / "answers.xlsx", "-o", tmp_path / "clean", *tongue)
    decided = tmp_path / "decided.csv"
    decided.write_text("a,b,decision\nwel,cho,same\nhp,kp,same\n", "utf-8")
    united = run("merge", place, "--decisions", decided, "-o", tmp_path / "one", *tongue)
    seen = run("forget", place, "person-1", *tongue)
    for ran in (back, united, seen):
        assert ran.status == 0, ran.err
    assert "Person 1" in back.out
    assert "Weltladen" in united.out
    assert found(CONTACT + PERSONS + INSIDE, out, [back.out, united.out]) == []
    assert found(CONTACT, tmp_path / "nowhere", [seen.out]) == []


@pytest.mark.parametrize("verb", [verb for verb in COMMANDS if verb not in TO_PASS_ON])
def test_the_other_verbs_refuse_the_option(tmp_path: Path, verb: str) -> None:
    place = city(tmp_path / "city")
    before = sorted(tmp_path.rglob("*"))
    ran = run(verb, place, *(["wel"] * (verb == "forget")), "--pseudonymize")
    assert (ran.status, ran.out) == (2, "")
    assert "No such option" in ran.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("verb", TO_PASS_ON)
def test_every_output_for_others_has_the_option(verb: str) -> None:
    assert "--pseudonymize" in run(verb, "--help").out


def made(make: Callable[..., list[Ran]], where: Path, *options: str) -> tuple[Path, list[str]]:
    """The folder of the outputs, and what the runs said on stdout; all of them went well."""
    out = where / "out"
    out.mkdir()
    runs = make(city(where / "city"), out, *options)
    for ran in runs:
        assert ran.status == 0, ran.err
        assert [value for value in CONTACT if value in ran.err] == []
    return out, [ran.out for ran in runs]


def found(values: list[str], out: Path, said: list[str]) -> list[tuple[str, str]]:
    """Which of the values stand where: in the bytes of a file, in what is packed or encoded in it, in its name."""
    places = {f"stdout {i}": text for i, text in enumerate(said)}
    for file in sorted(out.rglob("*")) if out.is_dir() else [out]:
        if file.is_file():
            places[file.name] = "\n".join([file.name, *texts(file.read_bytes())])
    return [(value, place) for place, text in places.items() for value in values if any(w in text for w in ways(value))]


def ways(value: str) -> set[str]:
    """How a value may be written: as it is, in JSON, in HTML."""
    return {
        value,
        json.dumps(value)[1:-1] if not value.startswith('"') else value,
        escape(value) if '"' not in value else value,
    }


def texts(data: bytes) -> Iterator[str]:
    """All texts in some bytes: themselves, as HTML shows them, in the parts of an archive, in base64, deflated."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                yield from texts(archive.read(name))
        return
    for encoding in ("utf-8", "utf-16-le"):
        text = data.decode(encoding, "replace")
        yield text
    plain = data.decode("utf-8", "replace")
    yield unescape(plain)
    for packed in re.findall(r"base64,([A-Za-z0-9+/=]{40,})", plain):
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4))
        yield raw.decode("utf-8", "replace")
        for window in (15, -15, 31):
            try:
                yield zlib.decompress(raw, window).decode("utf-8", "replace")
            except zlib.error:
                continue


def test_what_is_hidden_would_be_found() -> None:
    deflated = base64.b64encode(
        zlib.compress(b"a long text with Hilde in it, to be deflated and put into a page")
    ).decode()
    page = f'<img src="data:x;base64,{deflated}"> &Auml;mter &#72;ilde2'.encode()
    seen = "\n".join(texts(page))
    assert "Hilde in it" in seen
    assert "Hilde2" in seen
