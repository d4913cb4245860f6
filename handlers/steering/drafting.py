"""`/nieuw`: a message or an event from one typed line, told back first; nothing is kept before the yes."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.asked import SILENCE, Asked
from handlers.chats.street_choice import ask_which_street
from handlers.chats.whom import for_whom, may_speak_in
from handlers.commands import Command
from handlers.steering.composing import EVENT, MESSAGE, Composed, Option, WhichKind, ask_when, compose
from handlers.steering.lead_in import without_lead_in
from handlers.steering.organising import bring_content
from handlers.steering.recognising import is_order
from handlers.steering.telling_back import told_back
from messages.content import Announcement, Content, Event
from messages.placeholders import PLACEHOLDERS, unknown_placeholders
from messages.reply import Choice, Reply, say
from messages.spoken import NotUnderstood
from messages.street import Role
from messages.wording import label
from storage import Store
from storage.content_file.shapes import check_item
from storage.content_log import Author
from storage.drafts import Draft
from storage.pauses import Scope

AFTER_STREET = "nieuw-"  # what goes on once the street is known: the key of a draft
HELD = "held"  # the line in it
PLANNED = "planned"  # the line of what was kept just now, which may still be changed in a few words
MAY_CHANGE = timedelta(hours=1)
LONGEST_ID = 40
MOST_BUTTONS = 8
_AT_MINE = re.compile(r"\bbij mij\b", re.IGNORECASE)


def make_new(asked: Asked, store: Store) -> Reply | None:
    """A question back, or what was understood with its buttons."""
    if asked.command is not Command.NEW or asked.role < Role.STREET_CONTACT:
        return None
    if not asked.argument:
        return say(asked.word("new-how"))
    line = without_lead_in(asked, asked.argument)
    whom = for_whom(asked, line.text)
    if not whom.streets and not whom.said:
        key = store.drafts.add(
            asked.chat, store.people.mark_of(asked.incoming.sender), {HELD: asked.argument}, asked.now
        )
        return ask_which_street(asked, then=f"{AFTER_STREET}{key}")
    if not may_speak_in(asked, whom.streets, store):
        return say(asked.word("not-allowed", role="organiser"))
    body = {"line": whom.line, "streets": [street.id for street in whom.streets], "says_when": line.says_when}
    return _propose(asked, body, None, store)


def go_on_in(asked: Asked, then: str, store: Store) -> Reply:
    """The street is known now, for the line that was typed before."""
    draft = store.drafts.get(int(then.removeprefix(AFTER_STREET)), asked.chat, asked.now)
    if draft is None or draft.mark != store.people.mark_of(asked.incoming.sender):
        return say(asked.word("new-gone"))
    store.drafts.remove(draft.key)
    return make_new(replace(asked, command=Command.NEW, argument=draft.body[HELD]), store) or SILENCE


def take_order(asked: Asked, store: Store) -> Reply | None:
    """`elke 1e dinsdag om 19.00: tip van de maand` says by itself what it is for, without `/nieuw`."""
    if asked.in_group or asked.command or asked.role < Role.STREET_CONTACT:
        return None
    text = asked.incoming.text.strip()
    line = without_lead_in(asked, text)
    if not line.is_told and not is_order(line.text, asked.wall_clock):
        return None
    return make_new(replace(asked, command=Command.NEW, argument=text), store)


def go_on(asked: Asked, argument: str, store: Store) -> Reply:
    """A button under a draft: `key:yes`, `key:change`, `key:away`, `key:pick:n` or `key:as:kind`."""
    key, _, done = argument.partition(":")
    draft = store.drafts.get(int(key), asked.chat, asked.now)
    if not _may_go_on(asked, draft, store):
        return SILENCE if asked.in_group else say(asked.word("choice-unknown"))
    if draft is None:
        return say(asked.word("new-gone"))
    verb, _, what = done.partition(":")
    if verb == "as":
        return _propose(asked, draft.body, what, store, draft=draft)
    if verb == "pick":
        return tell_back(asked, draft, draft.body["options"][int(what)], store)
    if verb == "yes":
        return agree(asked, draft, store)
    if verb == "change":
        store.drafts.remove(draft.key)
        return say(asked.word("new-retype", line=draft.body["line"]))
    return throw_away(asked, draft, store)


def throw_away(asked: Asked, draft: Draft, store: Store) -> Reply:
    store.drafts.remove(draft.key)
    return say(asked.word("declined-street" if "replaces" in draft.body else "new-away"))


def _may_go_on(asked: Asked, draft: Draft | None, store: Store) -> bool:
    """Only who typed it, for as long as they may; in a group everybody can press."""
    if draft is None:
        return asked.role >= Role.STREET_CONTACT
    if draft.mark != store.people.mark_of(asked.incoming.sender):
        return False
    known = [asked.content.streets.get(id_) for id_ in draft.body["streets"]]
    streets = [street for street in known if street]
    return len(streets) == len(known) and may_speak_in(asked, streets, store)


def _propose(
    asked: Asked, body: Mapping[str, Any], kind: str | None, store: Store, *, draft: Draft | None = None
) -> Reply:
    now = asked.wall_clock
    line = as_we_say_it(asked, body["line"])
    is_timed = body.get("says_when", True)
    found = compose(line, now, asked.language, kind) if is_timed else ask_when(line, now, asked.language)
    if isinstance(found, NotUnderstood):
        return say(f"{asked.word(found.reason, **found.values)} {asked.word('new-again')}")
    options = [] if isinstance(found, WhichKind) else [_kept(option, body) for option in found.options]
    kept = {**body, "options": options, "asked_back": None}
    draft = draft or _drafted(asked, kept, store)
    store.drafts.change(draft.key, kept)
    if isinstance(found, WhichKind):
        kinds = [(label(asked.language, f"new-as-{kind}"), f"as:{kind}") for kind in (MESSAGE, EVENT)]
        return say(asked.word("new-which-kind"), choices=_buttons(draft, kinds))
    if found.question:
        return _ask(asked, draft, found)
    return tell_back(asked, draft, options[0], store)


def as_we_say_it(asked: Asked, line: str) -> str:
    """`bij mij thuis`, of the street's contact, is at theirs."""
    name = asked.street.contact_name if asked.street else ""
    return _AT_MINE.sub(f"bij {name}", line) if name and asked.role is Role.STREET_CONTACT else line


def ask_again(asked: Asked, draft: Draft, store: Store) -> Reply:
    """What was asked back last, or else of the line as it was typed."""
    if asked_back := draft.body.get("asked_back"):
        return _which(draft, *asked_back)
    return _propose(asked, draft.body, None, store, draft=draft)


def _drafted(asked: Asked, body: dict[str, Any], store: Store) -> Draft:
    mark = store.people.mark_of(asked.incoming.sender)
    return Draft(store.drafts.add(asked.chat, mark, body, asked.now), mark, body)


def _kept(option: Option, body: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": option.kind, "written": {**option.written, "streets": body["streets"]}}


def _ask(asked: Asked, draft: Draft, found: Composed) -> Reply:
    labels = [(option.label, f"pick:{n}") for n, option in enumerate(found.options[:MOST_BUTTONS])]
    return say(asked.word(found.question, **found.values), choices=_buttons(draft, labels))


def ask_which(
    asked: Asked, draft: Draft, question: str, labelled: Sequence[tuple[str, Mapping[str, Any]]], store: Store
) -> Reply:
    """One of these is meant in place of what was told back."""
    options, labels = [dict(option) for _, option in labelled], [said for said, _ in labelled]
    body = {**draft.body, "options": options, "item": None, "asked_back": (question, labels)}
    store.drafts.change(draft.key, body)
    return _which(draft, question, labels)


def _which(draft: Draft, question: str, labels: Sequence[str]) -> Reply:
    return say(question, choices=_buttons(draft, [(said, f"pick:{n}") for n, said in enumerate(labels)]))


def tell_back(asked: Asked, draft: Draft, option: Mapping[str, Any], store: Store) -> Reply:
    if wrong := _wrong(asked, option):
        return say(wrong)
    item, problems = _item(option, draft.body, store)
    if item is None:
        return say(asked.word("new-bad", problem="; ".join(said for _, said in problems)))
    store.drafts.change(draft.key, {**draft.body, "item": dict(option)})
    buttons = [(label(asked.language, f"new-{verb}"), verb) for verb in ("yes", "change", "cancel")]
    return say(told_back(asked, item, store), choices=_buttons(draft, buttons))


def _wrong(asked: Asked, option: Mapping[str, Any]) -> str:
    """What is wrong most often, in a sentence."""
    written = option["written"]
    text = written["wordings"][0] if option["kind"] == MESSAGE else written["title"]
    if not text:
        return asked.word(f"new-nothing-{option['kind']}")
    unknown = unknown_placeholders(f"{text} {written.get('text', '')}")
    known = ", ".join(f"{{{{{name}}}}}" for name in PLACEHOLDERS)
    return asked.word("new-placeholder", name=", ".join(unknown), known=known) if unknown else ""


def _item(
    option: Mapping[str, Any], body: Mapping[str, Any], store: Store
) -> tuple[Announcement | Event | None, list[tuple[Any, str]]]:
    written = option["written"]
    words = written["wordings"][0] if option["kind"] == MESSAGE else written["title"]
    id_ = body.get("replaces") or new_id(words, store.content.ids())
    found, problems = check_item(option["kind"], {**written, "id": id_})
    return (found if isinstance(found, Announcement | Event) else None), problems


def new_id(words: str, taken: set[str]) -> str:
    """Made of the words, and of nobody else."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-") or "bericht"
    number, id_ = 1, stem
    while id_ in taken:
        number += 1
        id_ = f"{stem}-{number}"
    return id_


def agree(asked: Asked, draft: Draft, store: Store) -> Reply:
    """The yes: from now on it is content, and the organisation's."""
    store.drafts.remove(draft.key)
    option = draft.body.get("item")
    item, _ = _item(option, draft.body, store) if option else (None, [])
    if option is None or item is None:
        return say(asked.word("new-gone"))
    if "replaces" in draft.body:
        store.pauses.drop_waiting(Scope(option["kind"], item.id), "moved", asked.now)
    body = {PLANNED: draft.body["line"], "streets": draft.body["streets"], "item": option, "id": item.id}
    until = (asked.now + MAY_CHANGE).isoformat()
    store.drafts.add(asked.chat, draft.mark, {**body, "until": until}, asked.now)
    return _keep(asked, item, Author(draft.mark, asked.role), store)


def _keep(asked: Asked, item: Announcement | Event, by: Author, store: Store) -> Reply:
    if isinstance(item, Event):
        bring_content(Content(events={item.id: item}), False, asked.now, store, by=by)
        return say(asked.word("new-kept-event", what=item.title))
    bring_content(Content(announcements={item.id: item}), False, asked.now, store, by=by)
    names = [street.name for street in asked.content.streets_for(item.audience)]
    return say(asked.word("new-kept", what=", ".join(names)))


def _buttons(draft: Draft, labelled: list[tuple[str, str]]) -> list[Choice]:
    return [Choice(text, f"draft:{draft.key}:{action}") for text, action in labelled]
