"""What of a cell becomes a link, and what stays text."""

from __future__ import annotations

import pytest

from actor_graph.views.directory.addresses import addresses, link


@pytest.mark.parametrize(
    ("given", "leads"),
    [
        ("https://verein.de", "https://verein.de"),
        ("HTTP://Verein.DE/wir?a=b#c", "HTTP://Verein.DE/wir?a=b#c"),
        ("www.verein.de", "https://www.verein.de"),
        ("WWW.verein.de/über", "https://WWW.verein.de/über"),
        ("https://müller-vereine.de:8443/", "https://müller-vereine.de:8443/"),
        ("https://xn--mller-kva.de", "https://xn--mller-kva.de"),
    ],
)
def test_an_address(given: str, leads: str) -> None:
    assert link(given) == leads


@pytest.mark.parametrize(
    "given",
    [
        "verein.de", "javascript:alert(1)", "JavaScript://www.x.de/%0aalert(1)", "data:text/html,x", "ftp://verein.de",
        "//verein.de", "https:verein.de", "https://localhost", "https://127.0.0.1/", "https://[::1]/", "https://2130706433",
        "https://bank.de@evil.org", "https://a:b@evil.org", 'https://x.de" onclick="alert(1)', "https://x.de/<b>",
        "https://x.de\\@evil.org", "https://x.de/a b", "https://x.de\u202e", "https://x.de:99999", "https://x.de:a",
        "https://x.de/[…]", "https://-x.de", "https://x..de", "mailto:a@b.de", "https://", "www.", "",
        "https://x.de/" + "a" * 2000,
    ],
)  # fmt: skip
def test_no_address(given: str) -> None:
    assert link(given) is None


def test_several_addresses_of_a_cell() -> None:
    assert [one.link for one in addresses("https://a.de; www.b.de, https://c.de")] == [
        "https://a.de", "https://www.b.de", "https://c.de",
    ]  # fmt: skip
    assert [(one.text, one.link) for one in addresses("https://a.de oder Aushang")] == [
        ("https://a.de oder Aushang", None)
    ]
    assert addresses("") == ()
