"""The other forms: workbook, table, document, terminal, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

import actor_graph as ag
from actor_graph.problems import OutputError, RequestError
from actor_graph.views.terminal.comparison import print_comparison
from tests import making
from tests.comparison.cities import folder, several
from tests.material import ROOT
from tests.running import run, run_alone

MUSTERSTADT = ROOT / "examples" / "musterstadt"


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("cities")
    several(where, 5)
    folder(where / "formula", n=14, m=20, name='"=1+1"')
    return where


@pytest.fixture(scope="module")
def made(cities: Path) -> ag.Comparison:
    return ag.compare(cities, MUSTERSTADT, draws=20, workers=1, language="de")


def test_the_table_has_a_row_per_city(cities: Path, tmp_path: Path) -> None:
    ag.compare(cities, output=tmp_path / "c.csv", draws=5, workers=1, language="en")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "c.csv").read_text("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["city0", "city1", "city2", "city3", "city4", "'=1+1"]
    assert float(rows[0]["average_degree"]) == 2.8  # 14 ties, 10 actors
    assert {"excess.size.transitivity.value", "excess.size.transitivity.low", "se.average_degree"} <= set(rows[0])


def test_the_workbook_has_all_that_the_document_has(cities: Path, tmp_path: Path) -> None:
    ag.compare(cities, cities / "gone", output=tmp_path / "c.xlsx", draws=5, workers=1, language="de")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == [
        "Die Städte", "Spannen", "Über den Zufall hinaus", "Unterschiede", "Arten", "Am ähnlichsten", "Porträts",
        "Nicht verglichen", "Erläuterungen",
    ]  # fmt: skip
    first = list(book["Die Städte"].iter_rows(values_only=True))
    assert [row[0] for row in first[1:]] == ["city0", "city1", "city2", "city3", "city4", "=1+1"]
    ranges = list(book["Spannen"].iter_rows(values_only=True))
    assert ranges[0] == ("Stadt", "Zahl", "Wie genannt", "Von", "Bis")
    assert {row[0] for row in ranges[1:]} == {row[0] for row in first[1:]}
    assert all(row[3] <= row[4] for row in ranges[1:])
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    notes = " ".join(str(cell) for row in book["Erläuterungen"].iter_rows(values_only=True) for cell in row)
    assert "Vollerhebung" in notes
    assert "folgt der Größe, nicht vergleichbar" in notes


def test_the_terminal_tells_the_cities_in_their_order(made: ag.Comparison) -> None:
    out = io.StringIO()
    print_comparison(made, out=out)
    text = out.getvalue()
    places = [text.index(name) for name in ("city0", "city1", "city4", "=1+1", "Musterstadt")]
    assert places == sorted(places)
    assert "keine Rangliste" in text or "Vollerhebung" in text
    assert "folgt der Größe, nicht vergleichbar" in text


def test_the_command_gives_the_document_on_stdout_and_failures_on_stderr(cities: Path) -> None:
    ran = run("compare", cities / "city0", cities / "city1", cities / "gone", "--json", "--draws", "5")
    assert ran.status == 0, ran.err
    assert [city["name"] for city in json.loads(ran.out)["cities"]] == ["city0", "city1"]
    assert "gone: " in ran.err
    assert "Traceback" not in ran.err


def test_the_command_with_several_workers_leaves_no_warning(cities: Path) -> None:
    ran = run_alone("compare", cities, "--draws", "5", "--workers", "2", "--json")
    assert ran.status == 0, ran.err
    assert "Warning" not in ran.err
    assert "leaked" not in ran.err


def test_nothing_but_failures_is_an_error_that_says_why(tmp_path: Path) -> None:
    ran = run("compare", tmp_path / "a", tmp_path / "b", "--json")
    assert (ran.status, ran.out) == (2, "")
    assert str(tmp_path / "b") in ran.err


def test_the_same_input_gives_the_same_bytes(cities: Path, tmp_path: Path) -> None:
    for ending in ("html", "xlsx", "csv", "json"):
        one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
        for file in (one, other):
            ag.compare(cities / "city0", cities / "formula", output=file, draws=5, workers=1)
        assert one.read_bytes() == other.read_bytes()


def test_no_city_is_ever_overwritten(cities: Path) -> None:
    before = (cities / "city0" / "ties.csv").read_bytes()
    with pytest.raises(OutputError):
        ag.compare(cities / "city0", output=cities / "city0" / "ties.csv", draws=5, workers=1, force=True)
    assert (cities / "city0" / "ties.csv").read_bytes() == before


def test_nor_is_one_that_could_not_be_read(cities: Path, tmp_path: Path) -> None:
    damaged = folder(tmp_path / "damaged")
    (damaged / "actors.csv").write_text("id,name\na,A\na,B\n", "utf-8")
    before = (damaged / "ties.csv").read_bytes()
    with pytest.raises(OutputError):
        ag.compare(damaged, cities / "city0", output=damaged / "ties.csv", draws=5, workers=1, force=True)
    assert (damaged / "ties.csv").read_bytes() == before


def answered_by_few(where: Path) -> Path:
    """A city of which to participants the share not yet networked is None."""
    place = folder(where, m=10)
    text = (place / "actors.csv").read_text("utf-8").replace("no answer", "answered").splitlines()
    rows = [row.replace("answered", "no answer") if i > 5 else row for i, row in enumerate(text)]
    (place / "actors.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return place


def test_the_map_of_a_city_does_not_give_back_how_many_are_outside(tmp_path: Path) -> None:
    place = answered_by_few(tmp_path / "few")
    for audience, drawn in (("office", True), ("participants", False)):
        page = tmp_path / f"{audience}.html"
        ag.compare(place, output=page, draws=5, workers=1, language="en", audience=audience)
        assert ("ties are drawn" in page.read_text("utf-8")) is drawn


def test_another_ending_is_refused_before_anything_is_worked_out(cities: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="html"):
        ag.compare(cities, output=tmp_path / "c.pdf")


@pytest.mark.parametrize(
    "place", ["cities/city0/ties.csv", "cities/formula/actors.csv", "changed.html", "taken.html/c.csv"]
)
def test_what_must_not_be_replaced_is_told_before_anything_is_worked_out(
    cities: Path, tmp_path: Path, place: str
) -> None:
    (tmp_path / "cities").symlink_to(cities)
    (tmp_path / "changed.html").write_text("mine", "utf-8")
    (tmp_path / "taken.html").write_text("mine", "utf-8")
    seen: list[int] = []
    with pytest.raises(OutputError):
        ag.compare(
            cities, output=tmp_path / place, draws=5, workers=1, progress=lambda done, of, left: seen.append(done)
        )
    assert seen == []
    assert (tmp_path / "changed.html").read_text("utf-8") == "mine"


def test_looking_whether_it_may_be_written_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RequestError):
        ag.compare(tmp_path / "nowhere", output=tmp_path / "new" / "folder" / "c.html", draws=5, workers=1)
    assert list(tmp_path.iterdir()) == []


def test_kinds_are_told_by_their_labels_in_the_language_asked_for(tmp_path: Path) -> None:
    ag.compare(MUSTERSTADT, output=tmp_path / "c.xlsx", draws=5, workers=1, language="de")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx")["Arten"]
    assert "Migrantenorganisation" in {row[1] for row in sheet.iter_rows(values_only=True)}


def test_the_terminal_tells_forty_of_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With limits of eight in the place of 40 told and 20 compared each with each."""
    monkeypatch.setattr("actor_graph.views.terminal.comparison.SHOWN", 8)
    monkeypatch.setattr("actor_graph.comparison.document.MOST_ALL", 8)
    out = io.StringIO()
    print_comparison(ag.compare(*several(tmp_path, 11), draws=2, workers=1, language="en"), out=out)
    assert "beside the median city" in " ".join(out.getvalue().split())
    assert "city7" in out.getvalue()
    assert "city8" not in out.getvalue().split("Differences")[0]
    assert "and 3 more (-o comparison.xlsx)" in out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= 80


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_no_figure_of_a_survey_with_gaps_stands_without_a_sentence_on_them(tmp_path: Path, audience: str) -> None:
    """Two of three have answered. To others than the office most figures have no range."""
    place = folder(tmp_path / "gaps", n=24, m=40)
    expected = "gaps: 67% have answered. Its figures without a range are as named so far."
    out, page, book = io.StringIO(), tmp_path / "c.html", tmp_path / "c.xlsx"
    made = ag.compare(place, output=page, draws=5, workers=1, language="en", audience=audience)
    ag.compare(place, output=book, draws=5, workers=1, language="en", audience=audience)
    print_comparison(made, out=out)
    notes = " ".join(
        str(cell) for row in openpyxl.load_workbook(book)["Notes"].iter_rows(values_only=True) for cell in row
    )
    assert expected in " ".join(out.getvalue().split())
    assert expected in page.read_text("utf-8")
    assert expected in notes
    assert "In brackets" not in notes
    assert "The sheet “Ranges”" in notes


def test_without_a_survey_the_page_has_no_column_and_no_word_on_answers(tmp_path: Path) -> None:
    place = folder(tmp_path / "plain")
    actors = (place / "actors.csv").read_text("utf-8").splitlines()
    (place / "actors.csv").write_text("\n".join(row.rpartition(",")[0] for row in actors) + "\n", "utf-8")
    ag.compare(place, output=tmp_path / "c.html", draws=5, workers=1, language="en")
    table = (tmp_path / "c.html").read_text("utf-8").partition('id="maps"')[0]
    assert "In the largest network" in table
    assert "Answered" not in table
    assert "In brackets" not in table


def test_what_is_said_is_so_where_nobody_or_everybody_answered(tmp_path: Path) -> None:
    silent, heard = folder(tmp_path / "silent"), folder(tmp_path / "heard", seed=2)
    for place, new in ((silent, "no answer"), (heard, "answered")):
        text = (place / "actors.csv").read_text("utf-8")
        (place / "actors.csv").write_text(text.replace("no answer", "answered").replace("answered", new), "utf-8")
    out = io.StringIO()
    print_comparison(ag.compare(heard, draws=5, workers=1, language="en"), out=out)
    assert "In brackets" not in out.getvalue()
    out = io.StringIO()
    print_comparison(ag.compare(silent, heard, draws=5, workers=1, language="en"), out=out)
    said = " ".join(out.getvalue().split())
    assert "silent: nobody has answered yet" in said
    assert "about those who did" not in said
    out = io.StringIO()
    print_comparison(ag.compare(heard, draws=5, workers=1, language="en", audience="participants"), out=out)
    assert "Central:" not in out.getvalue()


def test_the_caption_explains_the_columns_that_are_there(tmp_path: Path) -> None:
    place = answered_by_few(tmp_path / "few")
    for audience, told in (("office", True), ("participants", False)):
        out = io.StringIO()
        print_comparison(ag.compare(place, draws=5, workers=1, language="en", audience=audience), out=out)
        assert ("Not yet:" in out.getvalue()) is told
        assert "Partners: on average." in out.getvalue()


def test_each_city_that_could_not_be_read_has_a_line_of_its_own(tmp_path: Path) -> None:
    ran = run("compare", tmp_path / "one", tmp_path / "two")
    assert ran.status == 2
    assert "<U+" not in ran.err
    assert sum("There is no file or folder" in line for line in ran.err.splitlines()) == 2


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two surveyed cities and a list without a survey."""
    where = tmp_path_factory.mktemp("mixed")
    plain = folder(where / "plain", n=30, m=12)
    actors = (plain / "actors.csv").read_text("utf-8").splitlines()
    (plain / "actors.csv").write_text("\n".join(row.rpartition(",")[0] for row in actors) + "\n", "utf-8")
    return [folder(where / "one", n=30, m=60), folder(where / "two", n=24, m=30, seed=2), plain]


def printed(made: ag.Comparison) -> str:
    out = io.StringIO()
    print_comparison(made, out=out)
    return " ".join(out.getvalue().split())


def test_a_city_without_answers_is_marked_in_its_row_and_in_its_pairs(mixed: list[Path], tmp_path: Path) -> None:
    made = ag.compare(*mixed, output=tmp_path / "c.html", draws=5, workers=1, language="en")
    text, page = printed(made), (tmp_path / "c.html").read_text("utf-8")
    assert "plain 30 –° 0.8°" in text
    assert text.count("; without answers°") == 4  # two pairs of two figures
    assert "° Without answers (no survey, or nobody has answered): plain." in text
    for said in ("Which ties are missing there is not known", "without answers°", "0.8°", "Do those with answers"):
        assert (said in page) is (said != "Do those with answers")  # of two alone Q is their z again
    assert "°" not in printed(ag.compare(*mixed[:2], draws=5, workers=1, language="en"))
    assert "°" not in printed(ag.compare(mixed[2], draws=5, workers=1, language="en"))


def test_pairs_that_differ_stand_first_and_open(mixed: list[Path], tmp_path: Path) -> None:
    made = ag.compare(*mixed, output=tmp_path / "c.html", draws=5, workers=1, language="en")
    rows = [row for row in made.to_dict()["pairs"] if row["figure"] == "average_degree"]
    assert [row["p_adjusted"] < 0.05 for row in rows] == [False, True, False]
    page = (tmp_path / "c.html").read_text("utf-8")
    part = page.partition('id="difference-average_degree"')[2].partition("</table>")[0]
    assert "<details" not in part
    assert part.index(">plain</bdi>") < part.index(">two</bdi>") < part.rindex(">two</bdi>")
    text = printed(made)
    assert text.index("one – plain: ") < text.index("one – two: ")


@pytest.mark.parametrize("audience", ["participants", "public"])
def test_others_get_no_figure_that_missing_answers_make_false(mixed: list[Path], tmp_path: Path, audience: str) -> None:
    """Further ties raise the largest network and lower who has none; the share not yet networked they may do both."""
    files = [tmp_path / f"c.{ending}" for ending in ("html", "xlsx", "csv")]
    for file in files:
        ag.compare(*mixed[:2], output=file, draws=5, workers=1, language="en", audience=audience)
    page = files[0].read_text("utf-8")
    assert "at least 9" in page.partition('id="maps"')[0]
    assert "at most " in page.partition('id="counted"')[2]
    assert "as-is-not_yet_networked_share" not in page
    assert 'class="span bound"' in page
    assert "The share not yet networked is not told where answers are missing" in page
    sheet = list(openpyxl.load_workbook(files[1])["The cities"].iter_rows(values_only=True))
    place = sheet[0].index("Not yet networked")
    assert [row[place] for row in sheet[1:]] == [None, None]
    (first, *_) = csv.DictReader(io.StringIO(files[2].read_text("utf-8-sig")))
    assert first["not_yet_networked_share"] == ""


def test_outside_the_office_the_page_says_for_whom_it_is_and_of_failures_how_many(
    mixed: list[Path], tmp_path: Path
) -> None:
    ran = run("compare", *mixed[:2], tmp_path / "gone", "--audience", "public", "--draws", "5", "--language", "en",
              "-o", tmp_path / "c.html")  # fmt: skip
    page = (tmp_path / "c.html").read_text("utf-8")
    assert ran.status == 0
    assert "For the public ·" in page
    assert "One city could not be compared" in page
    assert str(tmp_path) not in page
    assert str(tmp_path) not in ran.out
    assert "gone: " in ran.err
    ag.compare(*mixed[:2], tmp_path / "gone", output=tmp_path / "c.xlsx", draws=5, workers=1, audience="public")
    assert "Not compared" not in openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames


def test_long_names_are_cut_after_a_word(tmp_path: Path) -> None:
    long = "Migration and development at the local level, as stated"
    ag.compare(
        folder(tmp_path / "a", name=f'"{long}"'), folder(tmp_path / "b"), output=tmp_path / "c.html", draws=5,
        workers=1, language="en",
    )  # fmt: skip
    page = (tmp_path / "c.html").read_text("utf-8")
    assert ">Migration and development at the local…</text>" in page
    assert long in page


def test_no_central_actor_and_circles_of_no_kind_are_told_in_words(tmp_path: Path) -> None:
    """Ten actors in a ring have no hub; Musterstadt has a circle of two, too few for a word on their kinds."""
    ring = tmp_path / "ring"
    ring.mkdir()
    (ring / "actors.csv").write_text("id,name\n" + "".join(f"a{i},A{i}\n" for i in range(10)), "utf-8")
    ties = "".join(f"a{i},a{(i + 1) % 10}\n" for i in range(10))
    (ring / "ties.csv").write_text("source,target\n" + ties, "utf-8")
    ag.compare(ring, MUSTERSTADT, output=tmp_path / "c.html", draws=5, workers=1, language="de")
    page = (tmp_path / "c.html").read_text("utf-8")
    assert "<dt>Zentrale Akteure</dt><dd>keine</dd>" in page
    assert "7 (1 homogen, 2 gemischt, 3 heterogen, 1 zu klein oder unbekannt)" in page


@pytest.mark.parametrize("audience", ["office", "participants", "public"])
def test_the_workbook_of_cities_with_figures_that_are_undefined_or_withheld(tmp_path: Path, audience: str) -> None:
    """Without types, without a tie, with one actor, and with one answer of six."""
    ring = "source,target\na,b\nb,c\nc,d\nd,a\n"
    ids = "".join(f"{id_},x,no answer\n" for id_ in "bcdef")
    cities = [
        making.folder(tmp_path / "types", "id,type\na,x\nb,y\nc,x\nd,y\n", ring),
        making.folder(tmp_path / "none", "id\na\nb\nc\nd\n", ring),
        making.folder(tmp_path / "alone", "id\na\n", "source,target\n"),
        making.folder(tmp_path / "silent", f"id,type,survey\na,x,answered\n{ids}", ring),
    ]
    target = tmp_path / "cities.xlsx"
    made = ag.compare(*cities, output=target, audience=audience, draws=5, workers=1)
    assert (len(made.told["cities"]), target.exists()) == (4, True)
