"""A small town, written as people write it, for tests of its invitations."""

from __future__ import annotations

from pathlib import Path

from tests.making import folder

ACTORS = """
    id;name;type;fields;place;survey;wish;function;mandate;person
    hub;Haus;club;music;north;answered;yes;multiplier;;
    a;Chor A;club;music;north;answered;;;;
    b;Chor B;club;music;south;answered;;;;
    c;Chor C;club;dance;south;no answer;;;;
    amt;Amt;office;advice;north;answered;;decision maker;yes;
    s1;Schule Eins;school;dance;south;answered;;;;
    s2;Schule Zwei;school;dance;south;promised;;;;
    lone;Allein;refugee group;;east;answered;later;;;
    p1;Paar Eins;club;;east;answered;no;;;
    p2;Paar Zwei;club;;east;answered;;;;
    hp;Hilde Holler;individual;;;declined;;;;yes
    out;Draußen;club;;;excluded;;;;
"""
TIES = """
    source;target;weight;kind
    hub;a;3;
    hub;b;1;
    hub;c;2;
    hub;amt;1;
    amt;s1;4;
    s1;s2;1;
    p1;p2;1;
    hub;hp;1;
    lone;amt;1;membership
"""
ABOUT = """
    name: Kleinstadt
    language: {language}
    scheme: own.yaml
"""
SCHEME = """
extends: migration-development
formats:
  meeting:
    seats: 3-4
"""


def town(where: Path, rules: str = "", language: str = "en", scheme: str = SCHEME, events: str = "") -> Path:
    """The folder of the town; ``rules`` are further lines of the format ``meeting``."""
    place = folder(where, ACTORS, TIES, ABOUT.format(language=language))
    lines = "".join(f"    {line}\n" for line in rules.strip().splitlines())
    (place / "own.yaml").write_text(scheme + lines, "utf-8")
    if events:
        (place / "events.csv").write_text("\n".join(line.strip() for line in events.strip().splitlines()), "utf-8")
    return place
