"""Loading YAML, JSON, XML and ZIP files safely and within limits, and writing files whole or not at all."""

from __future__ import annotations

from actor_graph.documents.archive import unpacked_size_checked
from actor_graph.documents.block import Block, Listing
from actor_graph.documents.encoding import decode, not_text
from actor_graph.documents.json_file import json_text, load_json
from actor_graph.documents.kinds import kind_of, kind_of_bytes, wrong_kind
from actor_graph.documents.limits import CELL, COLUMNS, DEPTH, DOCUMENT, ROW, UNPACKED
from actor_graph.documents.opening import load_bytes, load_text
from actor_graph.documents.whole import Part, saying, write_together, write_whole
from actor_graph.documents.xml_file import load_xml
from actor_graph.documents.yaml_file import load_yaml, yaml_text

__all__ = [
    "CELL",
    "COLUMNS",
    "DEPTH",
    "DOCUMENT",
    "ROW",
    "UNPACKED",
    "Block",
    "Listing",
    "Part",
    "decode",
    "json_text",
    "kind_of",
    "kind_of_bytes",
    "load_bytes",
    "load_json",
    "load_text",
    "load_xml",
    "load_yaml",
    "not_text",
    "saying",
    "unpacked_size_checked",
    "write_together",
    "write_whole",
    "wrong_kind",
    "yaml_text",
]
