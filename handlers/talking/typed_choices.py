"""The number of a choice typed, or its words: that is as good as a press."""

import re
from collections.abc import Sequence
from datetime import timedelta

from handlers.agreeing import to_the_point
from handlers.asked import TYPED_WITHIN, Asked
from handlers.asking import answering
from handlers.likeness import is_like
from handlers.talking import something_else
from handlers.talking.small_talk import NUMBERED
from messages.phrases import phrases, single_words
from messages.reply import Choice
from messages.street import Platform
from storage import Store

NO_BUT = re.compile(r"^(?:nee|no|neen)[\s,.]+")
SHORTEST_BEGINNING = 5  # characters, as in "do 10" for "do 10 dec, 19.30 uur"
TYPED_NUMBER = re.compile(rf"^\s*{NUMBERED}(\d{{1,2}})\s*[.)!]?\s*$", re.IGNORECASE)
# A yes chooses none of these.
EITHER_OR = re.compile(r"draft:\d+:(?:pick|as):|move:\d+:\d")
# What somebody asked themselves: its buttons see to it that only they press them.
TYPED_IN_GROUPS = frozenset({"pass", "faq", "none"})
# After the answer to the first of several suggestions, `en de tweede?` asks for another of those.
STILL_SEEN, LAST_SAID = timedelta(minutes=10), 3


def typed(asked: Asked, store: Store) -> Choice | None:
    """The choice with the number that was typed, or with this label; in a group where the bot is spoken to."""
    if asked.command or (asked.in_group and not (asked.incoming.addressed or something_else.is_said(asked))):
        return None
    since = asked.now - TYPED_WITHIN
    if something_else.is_said(asked):
        options = store.outbox.latest_choices(asked.chat, since)
        choice = something_else.button(asked, options, since, store)
        if choice:
            return choice
    if not asked.incoming.addressed:
        return None
    options = shown_to(asked, store)
    return _meant(asked, options) or _of_earlier(asked, options, store)


def is_of_several(asked: Asked) -> bool:
    """`de tweede`, `allebei`: only of something that is there to choose."""
    return _ordinal(asked) is not None or is_like(asked.question, phrases("typed_choices.several"))


def _of_earlier(asked: Asked, options: Sequence[Choice], store: Store) -> Choice | None:
    """Another of the suggestions of which one has just been answered."""
    place = _place(asked)
    if place is None or len(options) > 1:
        return None
    thread, since = asked.incoming.thread, asked.now - STILL_SEEN
    said = (reply.choices for reply in store.outbox.latest(asked.chat, since, LAST_SAID, thread=thread))
    suggested = next((choices for choices in said if choices and choices[0].action.startswith("faq:")), ())
    return suggested[place] if place < len(suggested) else None


def _place(asked: Asked) -> int | None:
    """From 0, by number or in words."""
    number = TYPED_NUMBER.match(asked.incoming.text)
    return int(number[1]) - 1 if number and number[1] != "0" else _ordinal(asked)


def shown_to(asked: Asked, store: Store) -> tuple[Choice, ...]:
    """Those under what was said last.

    In a group, under what was answered, or said last in this topic, as far as typing does for a press.
    """
    since = asked.now - TYPED_WITHIN
    if not asked.in_group:
        return store.outbox.latest_choices(asked.chat, since)
    to = asked.incoming.reply_to
    options = (store.outbox.latest_choices(asked.chat, since, external_id=to) if to else ()) or asked.shown
    return options if all(option.action.partition(":")[0] in TYPED_IN_GROUPS for option in options) else ()


def _meant(asked: Asked, options: Sequence[Choice]) -> Choice | None:
    if not options:
        return None
    number = TYPED_NUMBER.match(asked.incoming.text)
    is_list = len(options) > 1 or options[0].action.startswith("reply:")  # of which each line has its number
    if number and not answering.is_meant(asked):
        if not is_list and asked.chat.address.platform is not Platform.WHATSAPP:
            return None  # where buttons have no numbers nobody calls the only one so
        return options[int(number[1]) - 1] if 1 <= int(number[1]) <= len(options) else None
    place = _ordinal(asked)
    if place is not None and place < len(options) and is_list:
        return options[place]
    return _said(to_the_point(asked.incoming.text), options)


def _ordinal(asked: Asked) -> int | None:
    """`de tweede`, `doe maar die eerste`: the place of that one, from 0."""
    said = [word for word in asked.words if word not in single_words("typed_choices.beside-ordinals")]
    if len(said) != 1:
        return None
    ordinals = (line.split() for line in phrases("typed_choices.ordinals"))
    return next((place for place, words in enumerate(ordinals) if said[0] in words), None)


def _said(text: str, options: Sequence[Choice]) -> Choice | None:
    """The option with this label, or the only one that begins so; a yes is the first of two."""
    labels = [option.label.casefold() for option in options]
    for named in (labels, [words.removeprefix("een ").removeprefix("an ").removeprefix("a ") for words in labels]):
        if text in named:
            return options[named.index(text)]
        bare = [_bare(words) for words in named]
        if _bare(text) in bare:
            return options[bare.index(_bare(text))]
    same = [
        option for option, words in zip(options, labels, strict=True) if words.partition(" ")[0].strip(",.") == text
    ]
    if len(same) == 1 and text != "klopt":  # that is no "klopt niet", here nor below
        return same[0]
    wanted, yes = NO_BUT.sub("", text), single_words("typed_choices.yes")
    begun = [
        option for option, words in zip(options, labels, strict=True) if re.match(rf"{re.escape(wanted)}\b", words)
    ]
    if wanted not in yes and len(wanted) >= SHORTEST_BEGINNING and len(begun) == 1:
        return begun[0]
    is_yes_or_no = len(options) == 2 and not EITHER_OR.match(options[0].action)
    return options[0] if text in yes and is_yes_or_no else None


def _bare(text: str) -> list[str]:
    """Without commas, what is only said to be polite, and the yes before it: `plan het` is `Ja, plan het`."""
    words = [word for word in re.findall(r"[^\s,.!]+", text) if word not in single_words("typed_choices.fillers")]
    return words[1:] if len(words) > 1 and words[0] in single_words("typed_choices.yes") else words
