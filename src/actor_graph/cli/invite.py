"""The verb ``invite``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from actor_graph.cli.options import Place, Word, read, working_options
from actor_graph.cli.patience import Patience

_PASSED = (
    "format", "seats", "include", "exclude", "declined", "earlier", "same_as", "decided_by", "patron", "signatory",
    "moderation", "others", "prove", "seconds", "count", "confirmed", "sensitive",
)  # fmt: skip


@click.command("invite")
@working_options
@click.option("--format", type=Word(), metavar="NAME", help="The workshop or body, as the scheme names it.")
@click.option("--seats", type=Word(), metavar="12:15", help="The fewest and the most, instead of the format's.")
@click.option("--include", multiple=True, metavar="ID[=REASON]", help="Has to be invited; can be repeated.")
@click.option("--exclude", multiple=True, metavar="ID[=REASON]", help="Must not be invited; can be repeated.")
@click.option("--declined", multiple=True, metavar="ID[=REASON]", help="Has declined: plan anew, keep the others.")
@click.option("--earlier", type=Place(), metavar="LIST.json", help="Go on from this list, with all that was decided.")
@click.option("--same-as", type=Place(), metavar="LIST.json", help="Another event with the same people.")
@click.option("--decided-by", type=Word(), metavar="WHO", help="Who decided, for the record.")
@click.option("--patron", type=Word(), metavar="NAME", help="Entered as it is, such as the mayor.")
@click.option("--signatory", type=Word(), metavar="NAME", help="Who signs, entered as it is.")
@click.option("--moderation", type=Word(), metavar="NAME|ID", help="Who moderates; never invited as well.")
@click.option("--others", is_flag=True, help="Look for other lists of equal value: up to 10, counted up to 100.")
@click.option("--prove", is_flag=True, help="Go on until the list is proven to be the best, however long it takes.")
@click.option("--seconds", type=click.FloatRange(min=0.1), metavar="NUMBER", help="The time for it in large scenes.")
@click.option("--count", multiple=True, metavar="KIND|all", help="Kinds of ties that count, instead of the scheme's.")
@click.option("--confirmed", is_flag=True, help="Only ties that both sides stated.")
@click.option("--sensitive", is_flag=True, help="Allow quotas about religion, origin and the like.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the list.")
@click.option("-o", "--output", type=Place(), metavar="FILE.json", help="Write the list there.")
def command(path: Path, as_json: bool, output: Path | None, **options: Any) -> None:
    """Whom to invite, why, in which part and through whom; you decide, and what you change is kept on record.

    For the office alone: no contact data, natural persons as “Person 1”, “Person 2”, …
    """
    from actor_graph.advice.invite import invite

    landscape = read(path, options)
    language = options["language"] or landscape.language
    with Patience(language):
        invitation = invite(landscape, language=language, **{key: options[key] for key in _PASSED})
    if output:
        invitation.write(output, force=options["force"])
    if as_json:
        sys.stdout.buffer.write(invitation.to_json().encode("utf-8") + b"\n")
        sys.stdout.buffer.flush()
    else:
        from actor_graph.views.terminal.invitation import print_invitation

        print_invitation(invitation, language)
    if output:
        from actor_graph.cli.written import told

        told(output, language, options["open_it"])
