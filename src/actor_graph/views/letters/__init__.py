"""Letters that invite: the table for a mail merge, and with contact data the letters themselves.

What a letter says comes from sentences made for those who read it (``words/invitation_letters.toml``) and from what
people entered. Why the list has somebody, what the network says of it, who could come instead: all that stays inside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from actor_graph.problems import Problem, RequestError, RequestErrors
from actor_graph.reading.invited import ENTERED
from actor_graph.views.letters.addressees import NOTES, Addressee, Addressees, headings
from actor_graph.views.letters.entered import Entered, Fill, entered
from actor_graph.views.letters.fields import heading, hint, key_of, known
from actor_graph.views.letters.shipped import shipped
from actor_graph.views.letters.style import SHIPPED, Style, style_of
from actor_graph.views.letters.table import book, csv
from actor_graph.views.letters.template import Template, read_template
from actor_graph.words import LANGUAGES, Language, say
from actor_graph.words.fold import fold
from actor_graph.words.visible import visible
from actor_graph.writing.earlier import clear_earlier
from actor_graph.writing.letters import file_name
from actor_graph.writing.outputs import MODE, Outputs, is_folder, listed, write_all

if TYPE_CHECKING:
    from actor_graph.advice.invite import Invitation

__all__ = ["Letters", "invitation_letters", "letters_asked", "letters_to_write"]

NAMES = 8
"""So many names are told in a warning."""
TABLES = {".xlsx": book, ".csv": csv}
_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,4}")


@dataclass(frozen=True)
class Letters:
    """What was written: where, the files, how many letters are among them, and what should be known."""

    place: Path
    files: tuple[Path, ...]
    letters: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Asked:
    """Which letter is wanted, and what was entered for all of them. ``own`` is somebody's own template."""

    style: Style
    own: Template | None
    entered: Entered
    inputs: tuple[Path, ...]

    def template(self, style: Style) -> Template:
        """The template for a letter in a style; an own one is for all."""
        return self.own or shipped(style)


def invitation_letters(
    invitation: Invitation,
    target: str | Path | None = None,
    *,
    template: str | Path,
    fill: Fill = (),
    fill_from: str | Path | None = None,
    with_contacts: bool = False,
    force: bool = False,
) -> Letters:
    """Write the letters of a list of invitations.

    Parameters
    ----------
    invitation
        What ``invite`` gives. Letters are for those on the list; those who could come instead get none.
    target
        The folder, by default one beside you; or a file ``.xlsx`` or ``.csv``, for the table alone.
    template
        ``de``, ``de-plain``, ``en``, ``en-plain``, or a ``.docx`` of your own with fields.
    fill, fill_from
        What people alone know: ``FIELD=TEXT`` or a mapping, and a YAML file with a line per field. What is missing is
        a blank to write on.
    with_contacts
        Write the letters themselves, and contact data and names of persons into the table; for their owner's eyes
        alone. Without it there is the table, and of a letter that comes with the program its template for Word.
    force
        Replace files that were changed since they were written.

    Raises
    ------
    RequestError
        A template or a field that there is not, a target with another ending; all of it at once.
    LandscapeError
        A file that can't be read.
    OutputError
        A file can't be written, or is not ours to replace.
    """
    made = letters_to_write(
        invitation, target, template=template, fill=fill, fill_from=fill_from, with_contacts=with_contacts
    )
    write_all([made.outputs], force=force, language=invitation.language)
    return made.written()


def letters_to_write(
    invitation: Invitation,
    target: str | Path | None = None,
    *,
    template: str | Path,
    fill: Fill = (),
    fill_from: str | Path | None = None,
    with_contacts: bool = False,
) -> Run:
    """What ``invitation_letters`` writes, for who writes it together with something else; else as that."""
    told = invitation.to_dict()
    given = {key: told.get(key) for key in ENTERED}
    asked = letters_asked(template, fill, fill_from, target, invitation.language, given=given)
    return Run(invitation, asked, with_contacts, Path(target or say("invitation_letters.folder", asked.style.language)))


def letters_asked(
    template: str | Path, fill: Fill, fill_from: str | Path | None, target: str | Path | None, language: Language,
    *, given: Mapping[str, str | None] | None = None,
) -> Asked:  # fmt: skip
    """Check which letters are wanted, and where, before anything is worked out; else as ``invitation_letters``."""
    errors: list[RequestError] = []
    if target is not None and _is_other_file(Path(target)):
        errors.append(RequestError("invitation_letters.wrong_ending", language, path=target))
    style, own, path = style_of(str(template)), None, Path(template)
    if style is None:
        style = Style(language)
        if path.suffix.casefold() == ".docx" and path.is_file():
            own = read_template(path, language)
        else:
            about = {"given": visible(template), "known": ", ".join(SHIPPED)}
            errors.append(RequestError("invitation_letters.no_template", language, **about))
    file = None if fill_from is None else Path(fill_from)
    texts = entered(fill, file, given or {}, own.fields if own else (), language, errors)
    if own is not None:
        _check(own, texts, language, errors)
    if errors:
        raise errors[0] if len(errors) == 1 else RequestErrors(errors)
    return Asked(style, own, texts, tuple(one.absolute() for one in (path if own else None, file) if one is not None))


def _check(own: Template, texts: Entered, language: Language, errors: list[RequestError]) -> None:
    """Note fields of a template that nothing is known for, and those that Word alone can work out."""
    for name in own.fields:
        if key_of(name) is None and fold(name) not in texts.own:
            about = {"path": own.name, "given": name, "hint": hint(name, language), "known": known(language)}
            errors.append(RequestError("invitation_letters.unknown_field", language, **about))
    for name in own.broken_fields:
        errors.append(RequestError("invitation_letters.broken_field", language, path=own.name, given=name))
    for name in own.word_fields:
        if own.broken_fields and name == "MERGEFIELD":
            continue  # it lies in a broken one, as all behind that does
        errors.append(RequestError("invitation_letters.word_field", language, path=own.name, given=name))
    if not (own.fields or own.word_fields or own.broken_fields):
        example = f"«{heading('name', language)}»"
        about = {"path": own.name, "example": example, "known": known(language)}
        errors.append(RequestError("invitation_letters.no_fields", language, **about))


def _is_other_file(place: Path) -> bool:
    """Whether a name is that of a file which is no table; “Briefe 12.3” and “Briefe St. Ingbert” are folders."""
    ending = place.suffix.casefold()
    return ending not in TABLES and bool(_ENDING.fullmatch(ending)) and not is_folder(place)


class Run:
    """The letters of one run: ``outputs`` is what is to be written, and where."""

    def __init__(self, invitation: Invitation, asked: Asked, with_contacts: bool, place: Path) -> None:
        self.invitation, self.asked, self.with_contacts, self.place = invitation, asked, with_contacts, place
        self._addressees = Addressees(invitation, asked.style, asked.entered, with_contacts=with_contacts)
        self.people = self._addressees.all
        self._templates: dict[Style, Template] = {}
        alone = TABLES.get(place.suffix.casefold())
        self.alone = alone is not None
        folder, files = (place.parent, {place.name: self.table(alone)}) if alone else (place, self.files())
        self._before = {} if alone else _letters_in(place)
        mode = MODE if with_contacts else None
        self.outputs = Outputs(folder, files, (*invitation.inputs, *asked.inputs), mode)

    def written(self) -> Letters:
        """What is there once it is written; earlier letters whose addressee is not on the list any more go."""
        files = tuple(self.outputs.folder / name for name in self.outputs.files)
        language = self.invitation.language
        left = () if self.alone else clear_earlier(self.place, files, _is_letter, language=language).changed
        number = 0 if self.alone or not self.with_contacts else len(self.people)
        return Letters(self.place, files, number, (*self.warnings(number, left=left), *self._changed()))

    def _changed(self) -> list[Problem]:
        """Which letters are not as they were after the run before, where there was one: the others can stay."""
        now, before = _letters_in(self.place), set(self._before.values())
        new = sorted(name for name, digest in now.items() if digest not in before)
        if not before or not now or not self.with_contacts or self.alone:
            return []
        key = "new_letters" if new else "no_new_letters"
        return [_warning(key, n=len(new), names=self._some(self._unnamed(new)), rest=len(now) - len(new))]

    def table(self, made: Callable[..., bytes]) -> bytes:
        """The table for a mail merge."""
        return made(self.people, self.asked.style, with_contacts=self.with_contacts)

    def files(self) -> dict[str, bytes | Callable[[], bytes]]:
        """All files of the folder by name; letters are made when their turn comes."""
        files: dict[str, bytes | Callable[[], bytes]] = {}
        language = self.asked.style.language
        files[say("invitation_letters.file_table", language)] = self.table(book)
        for one in self.people:
            if self.with_contacts:
                named = {"number": one.values["number"], "name": file_name(one.values["name"])}
                name = say("invitation_letters.file_letter", language, **named).replace(" .docx", ".docx")
                files[name] = partial(self._letter, one)
            elif self.asked.own is None:
                name = say("invitation_letters.file_template", language, name=one.style.name)
                files[name] = self._template(one.style).data
        return files

    def warnings(self, letters: int, *, left: Sequence[str]) -> list[Problem]:
        """What should be known of them."""
        style, people = self.asked.style, self.people
        fields = {key_of(name) for one in people for name in self._template(one.style).fields}
        blank = headings([key for key in self._addressees.blank() if self.alone or key in fields], style)
        found = list(self._addressees.warnings)
        if blank:
            found.append(_warning("still_blank", names=", ".join(blank)))
        lost = [one.said for one in people if not one.posted]
        if lost and self.with_contacts:
            found.append(_warning("no_address", n=len(lost), names=self._some(lost)))
        for note in NOTES:
            if numbers := [one.values["number"] for one in people if note in one.notes]:
                found.append(_warning(f"read_{note}", numbers=", ".join(numbers)))
        others = [one.values["number"] for one in people if one.style.language != self.invitation.language]
        if others:
            found.append(_warning("other_language", numbers=", ".join(others)))
        first = [one.said for one in people if one.ask_first]
        if first:
            found.append(_warning("ask_first", names=self._some(first)))
        if left:
            found.append(_warning("left", names=self._some(self._unnamed(left))))
        if not self.with_contacts:
            return [*found, _warning("table_alone")]
        return [*found, _warning("confidential", n=letters) if letters else _warning("confidential_table")]

    def _some(self, names: Sequence[str]) -> str:
        """The first names in one line, then how many more."""
        more = len(names) - NAMES
        rest = f" {say('invitation_letters.more', self.invitation.language, n=more)}" if more > 0 else ""
        return ", ".join(names[:NAMES]) + rest

    def _unnamed(self, names: Sequence[str]) -> list[str]:
        """Names of files without those of natural persons."""
        persons = self._addressees.names_of_persons()
        return [next((f"{name[:14]}…" for who in persons if file_name(who) in name), name) for name in names]

    def _template(self, style: Style) -> Template:
        if style not in self._templates:
            self._templates[style] = self.asked.template(style)
        return self._templates[style]

    def _letter(self, one: Addressee) -> bytes:
        own = self.asked.entered.own
        return self._template(one.style).filled(lambda name: own.get(fold(name)) or one.values[str(key_of(name))])


def _letters_in(folder: Path) -> dict[str, str]:
    """The letters of a folder that were written here, and their digests."""
    return {name: digest for name, digest in listed(folder).items() if _is_letter(Path(name))}


def _warning(key: str, **values: object) -> Problem:
    return Problem("warning", f"invitation_letters.{key}", values)


def _is_letter(path: Path) -> bool:
    """Whether a file is called as a letter or a template of an earlier run is."""
    beginnings = {
        say("invitation_letters.file_letter", each, number="\0", name="").split("\0")[0] for each in LANGUAGES
    }
    beginnings |= {say("invitation_letters.file_template", each, name="\0").split("\0")[0] for each in LANGUAGES}
    return path.suffix == ".docx" and path.name.startswith(tuple(beginnings))
