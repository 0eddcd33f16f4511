"""GraphML and GEXF: our own small files, and those that programs wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from actor_graph.landscape import Landscape
from actor_graph.problems import LandscapeError
from actor_graph.reading import read
from tests.material import SHARED
from tests.reading.making import gexf, graphml

KEYS = """
<key id="k0" for="node" attr.name="Name"/>
<key id="k1" for="node" attr.name="color"><default>yellow</default></key>
<key id="k2" for="edge" attr.name="weight"><default>2</default></key>
<key id="k3" for="all" attr.name="note"/>
"""
TWO = '<node id="0.0"/><node id="1.0"/>'
SPACES = (
    "http://www.gexf.net/1.1draft", "http://www.gexf.net/1.2draft", "http://www.gexf.net/1.3", "http://gexf.net/1.3",
    "",
)  # fmt: skip


def city(where: Path, content: str, name: str = "city.xml", *, add_missing: bool = False) -> Landscape:
    (where / name).write_text(content, encoding="utf-8")
    return read(where / name, add_missing=add_missing)


def test_graphml(tmp_path: Path) -> None:
    nodes = (
        '<node id="a"><data key="k0"> Ahorn </data><data key="k1"/></node>\n<node id="b"><data key="k3">x</data></node>'
    )
    edges = (
        '<edge source="a" target="b"/>\n<edge source="b" target="a" directed="true"><data key="k2">1.5</data></edge>'
    )
    found = city(tmp_path, graphml(nodes + "\n" + edges, KEYS))
    assert dict(found.actors.columns) == {
        "id": ("a", "b"), "name": ("Ahorn", "b"), "color": (None, "yellow"), "note": (None, "x"),
    }  # fmt: skip
    assert dict(found.ties.columns) == {
        "source": (0, 1), "target": (1, 0), "directed": (None, "true"), "weight": (2.0, 1.5),
    }  # fmt: skip
    assert (found.actors.rows, found.ties.rows) == ((8, 9), (10, 11))
    assert found.warnings == ()


def test_keys_may_stand_behind_the_nodes(tmp_path: Path) -> None:
    node, key = '<node id="a"><data key="q">A</data></node>', '<key id="q" for="node" attr.name="name"/>'
    text = f"<graphml><graph>{node}</graph>{key}</graphml>"
    assert city(tmp_path, text).actors["name"] == ("A",)


def test_own_ids_of_nodes_are_the_ids(tmp_path: Path) -> None:
    """Programs number the nodes and keep the ids as an attribute; ties follow."""
    keys = '<key id="i" for="node" attr.name="id"/>'
    nodes = '<node id="n0"><data key="i">x</data></node><node id="n1"><data key="i">n0</data></node>'
    found = city(tmp_path, graphml(nodes + '<edge source="n0" target="n1"/>', keys))
    assert found.actors["id"] == ("x", "n0")
    assert (found.ties["source"], found.ties["target"]) == ((0,), (1,))


def test_drawn_label_is_the_name_where_there_is_no_other(tmp_path: Path) -> None:
    drawn = '<data key="g"><y:ShapeNode xmlns:y="y"><y:NodeLabel>Ahorn<y:X/></y:NodeLabel></y:ShapeNode></data>'
    assert city(tmp_path, graphml(f'<node id="a">{drawn}</node>')).actors["name"] == ("Ahorn",)
    named = city(tmp_path, graphml(f'<node id="a"><data key="k0">A</data>{drawn}</node>', KEYS))
    assert named.actors["name"] == ("A",)
    assert "label" not in named.actors


def test_nodes_of_groups_are_actors(tmp_path: Path) -> None:
    inside = '<node id="g"><graph><node id="g::a"/><edge source="g" target="g::a"/></graph></node><node id="b"/>'
    found = city(tmp_path, graphml(inside + '<edge source="g::a" target="b"/>'))
    assert found.actors["id"] == ("g", "g::a", "b")
    assert (found.ties["source"], found.ties["target"]) == ((0, 1), (1, 2))
    assert [w.key for w in found.warnings] == ["reading.nested"]


def test_undeclared_attributes_are_text(tmp_path: Path) -> None:
    found = city(tmp_path, graphml('<node id="a"><data key="type">x</data></node>'))
    assert found.actors["type"] == (("x",),)
    assert found.warnings[0].key == "reading.undeclared"


@pytest.mark.parametrize("space", SPACES)
def test_gexf(space: str, tmp_path: Path) -> None:
    attributes = """<attributes class="node"><attribute id="0" title="Typ" type="string"/>
<attribute id="1" title="size" type="double"><default>3</default></attribute>
<attribute id="2" title="Felder" type="liststring"/></attributes>"""
    given = {"0": "x;y", "1": "null", "2": "['p', q]"}
    values = "".join(f'<attvalue for="{id_}" value="{value}"/>' for id_, value in given.items())
    nodes = f'<node id="0.0" label="Ahorn"><attvalues>{values}</attvalues></node>\n<node id="0"><attvalues/></node>'
    edges = '<edge source="0.0" target="0" weight="1.5" kind="exchange"/>'
    edges += '<edge source="0" target="0.0" type="undirected"/>'
    found = city(tmp_path, gexf(nodes, edges, space=space, attributes=attributes))
    assert dict(found.actors.columns) == {
        "id": ("0.0", "0"), "name": ("Ahorn", "0"), "type": (("x", "y"), ()), "size": (None, "3"),
        "fields": (("p", "q"), ()),
    }  # fmt: skip
    assert found.ties["weight"] == (1.5, 1.0)
    assert found.ties["kind"] == ("exchange", None)
    assert found.ties["directed"] == (None, "no")
    assert found.language == "de"


def test_values_over_time(tmp_path: Path) -> None:
    values = '<attvalues><attvalue for="w" value="1"/><attvalue for="w" value="2"/></attvalues>'
    attributes = '<attributes class="edge"><attribute id="w" title="Weight" type="double"/></attributes>'
    found = city(tmp_path, gexf(TWO, f'<edge source="0.0" target="1.0">{values}</edge>', attributes=attributes))
    assert found.ties["weight"] == (2.0,)
    assert [w.key for w in found.warnings] == ["reading.changing"]


def test_attribute_of_the_name_of_a_part(tmp_path: Path) -> None:
    attributes = '<attributes class="edge"><attribute id="w" title="Weight" type="double"/></attributes>'
    value = '<attvalues><attvalue for="w" value="9"/></attvalues>'
    found = city(
        tmp_path, gexf(TWO, f'<edge source="0.0" target="1.0" weight="2">{value}</edge>', attributes=attributes)
    )
    assert found.ties["weight"] == (2.0,)
    assert found.ties["Weight (attribute)"] == ("9",)


def test_add_missing(tmp_path: Path) -> None:
    found = city(tmp_path, graphml('<node id="a"/><edge source="a" target="b"/>'), add_missing=True)
    assert found.actors["id"] == ("a", "b")
    assert found.actors["survey"] == (None, "not contacted")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("topsecret")
    text = f'<!DOCTYPE g [<!ENTITY x SYSTEM "{secret.as_uri()}">]><graphml><graph><node id="&x;"/></graph></graphml>'
    with pytest.raises(LandscapeError) as found:
        city(tmp_path, text)
    assert "topsecret" not in str(found.value)


# Actors and ties as the index of the samples counts them (raw XML, networkx, igraph or by hand).
SAMPLES = {
    "gexf/gephi-lite_export.gexf": (61, 88), "gexf/gephi-lite_les_miserables.gexf": (77, 254),
    "gexf/gephi_LesMiserables.gexf": (77, 254), "gexf/gephi_dynamicedgeweight.gexf": (2, 1),
    "gexf/gephi_export_nullattvalues.gexf": (2, 1), "gexf/gephi_infinity.gexf": (1, 0), "gexf/gephi_slice.gexf": (2, 1),
    "gexf/gephi_spotify.gexf": (189, 400), "gexf/graphology_basic.gexf": (2, 2), "gexf/graphology_case.gexf": (10, 20),
    "gexf/graphology_liststring.gexf": (4, 5), "gexf/graphology_undeclared_attribute.gexf": (2, 1),
    "gexf/graphology_v1_3.gexf": (2, 1), "graphml/cytoscape_atted.graphml": (41, 118),
    "graphml/cytoscape_exptest.graphml": (41, 118), "graphml/gephi_5-cliques.graphml": (25, 54),
    "graphml/gephi_cdata.graphml": (2, 1), "graphml/graphology_mixed_multigraph.graphml": (6, 8),
    "graphml/igraph_test.graphml": (6, 7), "graphml/socnetv_attributes.graphml": (2, 1),
    "graphml/yed_created_edges.graphml": (5, 3), "graphml/yfiles_igraph_fuzz.graphml": (4, 4),
    "networkcanvas/codaco_minimal.graphml": (2, 1), "synthetic/visone_style.graphml": (6, 9),
    "synthetic/igraph1.0_written.graphml": (6, 9), "synthetic/networkx_written.gexf": (6, 9),
    "synthetic/networkx_written.graphml": (6, 9),
}  # fmt: skip
NAMED = {
    "graphml/yed_created_edges.graphml": "Ivrea", "synthetic/visone_style.graphml": "Stadtwerke Köln",
    "synthetic/igraph1.0_written.graphml": "Stadtwerke Köln", "gexf/graphology_case.gexf": "Britta Witzel",
    "graphml/gephi_cdata.graphml": "foo",
}  # fmt: skip
# What must not be read, and a word of the error.
REFUSED = {
    "gexf/gephi_zeroweight.gexf": "weight 0", "gexf/graphology_missing_nodes.gexf": "row 13",
    "graphml/graphology_missing_nodes.graphml": "50 more|more of this kind|There is no actor",
    "networkcanvas/codaco_minimal-multiple-networks.graphml": "2 networks",
    "synthetic/networkcanvas_merged_sessions.graphml": "2 networks",
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES if SHARED else [])
def test_files_that_programs_wrote(name: str, shared: Path) -> None:
    found = read(shared / "data" / "formats" / name)
    assert (len(found.actors), len(found.ties)) == SAMPLES[name]
    if name in NAMED:
        assert NAMED[name] in found.actors["name"]


@pytest.mark.parametrize("name", REFUSED if SHARED else [])
def test_files_that_are_refused(name: str, shared: Path) -> None:
    with pytest.raises(LandscapeError, match=REFUSED[name]):
        read(shared / "data" / "formats" / name)
