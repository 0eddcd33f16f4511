"""The shape of a scheme's document: all that is wrong at once, in words of our own. Only this file needs pydantic."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from actor_graph.documents import Block
from actor_graph.problems import Problems
from actor_graph.scheme import values
from actor_graph.scheme.parts import APPROACHES, ROLES, SHAPES
from actor_graph.scheme.tandem_parts import points
from actor_graph.words.fold import fold

_SENTENCES = {
    "extra_forbidden": "unknown_key",
    "literal_error": "unknown_key",
    "list_type": "list",
    "string_type": "text",
}
_GROUPS = ("model_type", "dict_type", "model_attributes_type", "mapping_type")
_MOST = 1_000_000


def checked(document: Any, file: str, problems: Problems) -> bool:
    """Whether a document has the shape of a scheme; everything that is wrong is noted with its line."""
    if not isinstance(document, Block):
        problems.error("scheme.not_a_scheme", file=file)
        return False
    try:
        _Document.model_validate(document)
    except ValidationError as wrong:
        for error in wrong.errors(include_url=False):
            _note(error, document, file, problems)
        return False
    return True


def _note(error: Any, document: Block, file: str, problems: Problems) -> None:
    """One of pydantic's errors as a sentence: where it is, what was given, what would be right."""
    place = [part for part in error["loc"] if part != "[key]"]
    path = [str(part) for part in place if not isinstance(part, int)]
    about = {"where": ": ".join(path), "given": _shown(error["input"]), "name": path[-1] if path else ""}
    key = "group" if error["type"] in _GROUPS else _SENTENCES.get(error["type"], "text")
    if error["type"] == "value_error":
        key = str(error["ctx"]["error"])
    if key == "unknown_key":
        known = _known_at(path)
        near = get_close_matches(path[-1], known, 1, 0.6)
        key = "unknown_key_near" if near else key
        about |= {"near": near[0] if near else "", "known": ", ".join(known)}
    problems.error(f"scheme.{key}", file=file, row=_line(document, path), **about)


def _shown(given: object) -> str:
    """What was given, if it is short text."""
    return given[:60] if isinstance(given, str) else "…"


def _line(document: Any, path: list[str]) -> int | None:
    """The line of the innermost key on the path."""
    line = None
    for key in path:
        if not isinstance(document, Block) or key not in document:
            break
        line, document = document.lines[key], document[key]
    return line


def _known_at(path: list[str]) -> list[str]:
    """The keys that may stand where the last one of the path does."""
    if len(path) == 1:
        return list(_Document.model_fields)
    if path[0] == "thresholds":
        return list(_Thresholds.model_fields)
    if path[0] == "tandems":
        return list(_Tandems.model_fields)
    if path[0] == "formats" and len(path) > 3 and path[2] != "labels":
        return list(_Bounds.model_fields)
    if len(path) > 3:
        return list(_Labels.model_fields)
    if path[0] == "roles":
        return list(ROLES if len(path) == 2 else _Labels.model_fields)
    return list(_PARTS[path[0]].model_fields) if path[0] in _PARTS else []


def _value(
    read: Callable[[Any], Any], code: str, low: float = float("-inf"), high: float = float("inf")
) -> AfterValidator:
    """For a field whose text ``read`` has to understand, within ``low`` and ``high``."""

    def check(given: Any) -> Any:
        if not isinstance(given, str | list):
            raise ValueError(code)
        try:
            value = read(given)
        except (ValueError, TypeError, AttributeError):
            raise ValueError(code) from None
        if isinstance(value, float | int | Fraction) and not low <= value <= high:
            raise ValueError(code)
        return value

    return AfterValidator(lambda given: None if given is None else check(given))


def _shape(text: str) -> str:
    if text not in SHAPES:
        raise ValueError("shape")
    return text


def _approach(text: str) -> str:
    if text not in APPROACHES:
        raise ValueError("approach")
    return text


def _parity(given: Any) -> Any:
    """A list of pairs of two different types."""
    pairs = [pair for pair in given if isinstance(pair, list) and len(pair) == 2]
    if len(pairs) < len(given) or not all(isinstance(one, str) and one for pair in pairs for one in pair):
        raise ValueError("parity")
    if any(fold(one) == fold(other) for one, other in pairs):
        raise ValueError("parity")
    return given


def _words(given: Any) -> tuple[str, ...]:
    if isinstance(given, list) and not all(isinstance(word, str) for word in given):
        raise ValueError("words")
    return values.words(given)


def _both(given: Any) -> Any:
    """One text as the label of both languages."""
    return values.labels(given) if isinstance(given, str) else given


def _nothing(given: Any) -> Any:
    """An entry without a value says nothing."""
    return {} if given is None else given


Text = str | None
Share = Annotated[Any, _value(values.number, "share", 0, 1)]
Factor = Annotated[Any, _value(values.number, "factor", 0, _MOST)]
Weight = Annotated[Any, _value(values.number, "weight", 1e-9, _MOST)]
Count = Annotated[Any, _value(values.whole_number, "whole_number", 1, _MOST)]
YesNo = Annotated[Any, _value(values.yes_no, "yes_no")]
Points = Annotated[Any, _value(points, "points")]
PointsFrom0 = Annotated[Any, _value(points, "points_from_0", 0)]
Seats = Annotated[Any, _value(values.seats, "seats")]
Color = Annotated[Any, _value(values.color, "color")]
Shape = Annotated[Any, _value(_shape, "shape")]
Words = Annotated[Any, _value(_words, "words")]
ExactShare = Annotated[Any, _value(values.share, "share", 0, 1)]
Number = Annotated[Any, _value(values.whole_number, "number", 0, _MOST)]
Approach = Annotated[Any, _value(_approach, "approach")]
Pairs = Annotated[Any, _value(_parity, "parity")]


class _Strict(BaseModel):
    """No key but the known ones."""

    model_config = ConfigDict(extra="forbid")


class _Labels(_Strict):
    de: Text = None
    en: Text = None


Labels = Annotated[_Labels | None, BeforeValidator(_both)]


class _Type(_Strict):
    labels: Labels = None
    color: Color = None
    dark: Color = None
    shape: Shape = None
    aliases: Words = None
    approach: Approach = None


class _Kind(_Strict):
    labels: Labels = None
    counts: YesNo = None
    aliases: Words = None


class _Intensity(_Strict):
    labels: Labels = None
    weight: Weight = None
    aliases: Words = None


class _Bounds(_Strict):
    min: Number = None
    max: Number = None
    min_share: ExactShare = None
    max_share: ExactShare = None
    if_any: YesNo = None


class _Format(_Strict):
    labels: Labels = None
    seats: Seats = None
    aliases: Words = None
    not_yet_networked: _Bounds | None = None
    top_dogs: _Bounds | None = None
    quotas: dict[str, dict[str, _Bounds] | None] | None = None
    parity: Pairs = None
    rest: Number = None
    same_as: Text = None


class _Thresholds(_Strict):
    homogeneous: Share = None
    heterogeneous: Share = None
    typed_members: Count = None
    typed_share: Share = None
    networked_share: Share = None
    networked_min: Count = None
    group_networked: Share = None
    top_dog_p: Share = None
    min_tied: Count = None
    fence: Factor = None
    named_min: Count = None
    named_share: Share = None
    stability: Share = None
    response_low: Share = None
    response_none: Share = None
    dealings: Count = None
    trials_max: Count = None
    stale_months: Count = None


class _Tandems(_Strict):
    needs: Points = None
    both_ways: PointsFrom0 = None
    fields: Points = None
    fields_most: PointsFrom0 = None
    language_or_country: Points = None
    place: Points = None
    introducer: Points = None
    not_yet_networked: Points = None
    central: Points = None


class _Document(_Strict):
    extends: Text = None
    types: dict[str, Annotated[_Type, BeforeValidator(_nothing)]] | None = None
    kinds: dict[str, Annotated[_Kind, BeforeValidator(_nothing)]] | None = None
    intensity: dict[str, Annotated[_Intensity, BeforeValidator(_nothing)]] | None = None
    thresholds: _Thresholds | None = None
    formats: dict[str, Annotated[_Format, BeforeValidator(_nothing)]] | None = None
    roles: dict[Literal["host", "door-opener", "multiplier", "presenter", "participant"], Labels] | None = None
    sensitive_columns: Words = None
    synonyms: dict[str, Words] | None = None
    gender: Text = None
    tandems: _Tandems | None = None


_PARTS: dict[str, type[_Strict]] = {"types": _Type, "kinds": _Kind, "intensity": _Intensity, "formats": _Format}
