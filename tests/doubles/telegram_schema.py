"""What the Bot API takes: methods and types as aiogram knows them, and limits that its types do not hold."""

import json
import re
from typing import Any, get_args

import aiogram.methods
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from tests.doubles.telegram_html import Refused, units

METHODS = {
    method.__api_method__.lower(): method
    for name in aiogram.methods.__all__
    if isinstance(getattr(method := getattr(aiogram.methods, name), "__api_method__", None), str)
}
_LOOSE = ConfigDict(arbitrary_types_allowed=True)
_adapters: dict[tuple[str, str], TypeAdapter[Any]] = {}


class Unknown(Refused):
    """Something no Bot API has; whoever sent it is wrong, whatever the server would do."""


def validated(method: str, fields: dict[str, str], files: set[str]) -> dict[str, Any]:
    """The parameters as plain values, or Refused; `files` are the names of the uploaded parts."""
    model = METHODS.get(method.lower())
    if model is None:
        raise Unknown("Not Found", 404)
    if unknown := (set(fields) | files) - set(model.model_fields):
        raise Unknown(f"{method} has no parameter {', '.join(sorted(unknown))}")
    values = {name: _value(model, name, raw) for name, raw in fields.items()} | dict.fromkeys(files, "upload")
    try:
        checked = model.model_validate(values)
    except ValidationError as errors:
        raise Unknown(f"{method}: {_told(errors)}") from None
    _refuse_unknown_keys(checked, method)
    _check_limits(method.lower(), plain := {name: _plain(getattr(checked, name)) for name in values})
    return plain


def _value(model: type[BaseModel], name: str, raw: str) -> Any:
    """In a form, lists and objects are JSON: those are read with the strictness that JSON has."""
    annotation = model.model_fields[name].annotation
    if not _is_nested(annotation) or raw[:1] not in ("[", "{"):
        return raw
    key = (model.__name__, name)
    adapter = _adapters.setdefault(key, TypeAdapter(annotation, config=_LOOSE))
    try:
        return adapter.validate_json(raw, strict=True)
    except ValidationError as errors:
        raise Unknown(f"{name}: {_told(errors)}") from None


def _is_nested(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return (
        annotation is list
        or getattr(annotation, "__origin__", None) is list
        or any(_is_nested(part) for part in get_args(annotation))
    )


def _told(errors: ValidationError) -> str:
    first = errors.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _refuse_unknown_keys(value: Any, where: str) -> None:
    if isinstance(value, BaseModel):
        if value.model_extra:
            raise Unknown(f"{where} has no key {', '.join(value.model_extra)}")
        for name in type(value).model_fields:
            _refuse_unknown_keys(getattr(value, name), f"{where}.{name}")
    elif isinstance(value, list):
        for item in value:
            _refuse_unknown_keys(item, where)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        given = {name: _plain(getattr(value, name)) for name in value.model_fields_set}
        return {name: item for name, item in given.items() if item is not None}
    return [_plain(item) for item in value] if isinstance(value, list) else value


# Method, parameter, fewest and most UTF-16 units. Texts with markup are measured after parsing, elsewhere.
_LENGTHS = (
    ("answercallbackquery", "text", 0, 200),
    ("sendpoll", "question", 1, 300),
    ("sendvenue", "title", 1, 256),
    ("sendvenue", "address", 1, 256),
    ("setwebhook", "secret_token", 1, 256),
)


def _check_limits(method: str, values: dict[str, Any]) -> None:
    for name, parameter, least, most in _LENGTHS:
        if name == method and parameter in values and not least <= units(values[parameter]) <= most:
            raise Refused(f"{parameter} must be {least} to {most} characters")
    if not -90 <= values.get("latitude", 0) <= 90 or not -180 <= values.get("longitude", 0) <= 180:
        raise Refused("wrong latitude or longitude specified")
    if method == "sendpoll" and not 2 <= len(values["options"]) <= 12:
        raise Refused("poll must have at least 2 and at most 12 options")
    if not re.fullmatch(r"[\w-]*", values.get("secret_token", ""), re.ASCII):
        raise Refused("secret token contains unallowed characters")
    if method == "getupdates" and not 1 <= values.get("limit", 100) <= 100:
        raise Refused("limit must be 1 to 100")
    _check_commands(values.get("commands", []))
    _check_keyboard(values.get("reply_markup") or {})


def _check_commands(commands: list[dict[str, str]]) -> None:
    if len(commands) > 100:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")


def _check_keyboard(markup: dict[str, Any]) -> None:
    rows = markup.get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100:
        raise Refused("reply markup is too long")
    for button in buttons:
        if not button["text"].strip():
            raise Refused("can't parse inline keyboard button: text buttons can't be empty")
        if len(button) != 2:
            raise Refused("text buttons are not allowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refused("BUTTON_DATA_INVALID")


def as_text(value: Any) -> str:
    """A value of a JSON body as a form would carry it."""
    return value if isinstance(value, str) else json.dumps(value)
