"""The verb ``invite``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actor_graph.cli.options import Place, Word, read, warned, working_options
from actor_graph.cli.patience import Patience
from actor_graph.cli.written import document, told
from actor_graph.words import Language

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation

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
@click.option("--seconds", type=float, metavar="NUMBER", help="The time for it in large scenes.")
@click.option("--count", multiple=True, metavar="KIND|all", help="Kinds of ties that count, instead of the scheme's.")
@click.option("--confirmed", is_flag=True, help="Only ties that both sides stated.")
@click.option("--sensitive", is_flag=True, help="Allow quotas about religion, origin and the like.")
@click.option("--letters", type=Word(), metavar="NAME|FILE.docx", help="Letters: de, de-plain, en, en-plain, or yours.")
@click.option("--letters-to", type=Place(), metavar="FOLDER", help="Where they go; or FILE.xlsx|.csv, the table alone.")
@click.option("--fill", multiple=True, metavar="FIELD=TEXT", help="For all letters, such as a date; can be repeated.")
@click.option("--fill-from", type=Place(), metavar="FILE.yaml", help="The same, a line per field.")
@click.option("--with-contacts", is_flag=True, help="Write the letters themselves, with names and addresses.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout instead of the list.")
@click.option(
    "-o", "--output", type=Place(), metavar="FILE.xlsx|.csv|.html|.json",
    help="A workbook to tick off, one table, a page to print, or the document.",
)  # fmt: skip
def command(path: Path, as_json: bool, output: Path | None, **options: Any) -> None:
    """Whom to invite, why, in which part and through whom; you decide, and what you change is kept on record.

    For the office alone: no contact data, natural persons as “Person 1”, “Person 2”, … Letters and the table for a
    mail merge say in words of their own why somebody is invited; with --with-contacts they hold names and addresses.
    """
    from actor_graph.views.invitation import invite

    landscape = read(path, options)
    language = options["language"] or landscape.language
    _check_letters(options, language)
    with Patience(language):
        invitation = invite(landscape, language=language, **{key: options[key] for key in _PASSED})
    said = _write(invitation, output, options)
    if as_json:
        document(invitation.to_json())
    else:
        from actor_graph.views.terminal.invitation import print_invitation

        print_invitation(invitation, language)
    if output:
        told(output, language, options["open_it"])
    said()


def _check_letters(options: Mapping[str, Any], language: Language) -> None:
    """Refuse letters that can't be written before anything is worked out, and their options without them."""
    from actor_graph.problems import RequestError

    names = {
        "letters_to": "--letters-to",
        "fill": "--fill",
        "fill_from": "--fill-from",
        "with_contacts": "--with-contacts",
    }
    if options["letters"]:
        from actor_graph.views.letters import letters_asked

        letters_asked(options["letters"], options["fill"], options["fill_from"], options["letters_to"], language)
    elif given := [name for key, name in names.items() if options[key]]:
        raise RequestError("invitation_letters.without_letters", language, given=", ".join(given))


def _write(invitation: Invitation, output: Path | None, options: Mapping[str, Any]) -> Callable[[], None]:
    """Write list and letters, both or none; what says where the letters are and what should be known of them."""
    from actor_graph.cli.written import told
    from actor_graph.writing.outputs import write_all

    outputs, letters = [invitation.outputs(output)] if output else [], None
    if options["letters"]:
        from actor_graph.views.letters import letters_to_write

        asked = {key: options[key] for key in ("fill", "fill_from", "with_contacts")}
        letters = letters_to_write(invitation, options["letters_to"], template=options["letters"], **asked)
        outputs.append(letters.outputs)
    if outputs:
        write_all(outputs, force=options["force"], language=invitation.language)
    made = letters.written() if letters else None

    def say() -> None:
        if made:
            warned(made.warnings, invitation.language)
            told(made.place, invitation.language, options["open_it"])

    return say
