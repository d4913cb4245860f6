"""Who decides about what was heard: an ordered table, and the first that knows an answer wins."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from handlers import manners
from handlers.asked import SILENCE, Asked
from handlers.asking import (
    agenda,
    answering,
    elsewhere,
    events,
    faq,
    ideas,
    not_known,
    open_questions,
    privately,
    remembering,
    urgent,
)
from handlers.chats import contacts, language, linking, privacy, several_bots, street_choice
from handlers.commands import Command
from handlers.sending import knocking
from handlers.speaking import speak, speak_up
from handlers.steering import calling_off, correcting, drafting, forwarding, moving, overview, pausing, planning
from handlers.talking import (
    choosing,
    comforting,
    feelings,
    helping,
    objecting,
    ordinary_words,
    small_talk,
    something_else,
    still_open,
    subscribing,
    withdrawing,
)
from messages.reply import Paragraph, Reply
from messages.street import ChatState
from messages.understanding.language import language_of
from messages.wording import languages
from storage import Store

# Who is not seen to speak another language goes on in that of these last answers, so soon after them.
LAST_SAID, SAME_TALK = 3, timedelta(minutes=10)

Handler = Callable[[Asked, Store], Reply | None]


def stay_silent_until_linked(asked: Asked, store: Store) -> Reply | None:
    """A group that is not linked to a street hears nothing but safety answers and the way to link it."""
    return SILENCE if asked.in_group and asked.chat.state is not ChatState.LINKED else None


HANDLERS: tuple[Handler, ...] = (
    urgent.answer_urgent,  # a smell of gas cannot wait for anything
    several_bots.leave_it_to_another,  # also the linking
    linking.link,  # must work in a group that is not linked yet
    stay_silent_until_linked,
    subscribing.stop,  # the right to stop comes before all that the bot wants to say
    knocking.let_in,  # what waited comes by itself
    choosing.choose,  # a button means what it meant when it was shown
    answering.steer,  # "antwoord 2: ..." is no question
    privacy.explain,
    privacy.show,
    privacy.forget,
    privately.arrive,
    helping.start,
    helping.help_along,
    subscribing.subscribe,
    subscribing.mute,
    language.choose_language,
    contacts.name_contact,
    events.list_events,
    planning.show_plan,
    drafting.make_new,
    pausing.pause_or_resume,
    calling_off.call_off,
    moving.move,
    forwarding.give_text,
    open_questions.show,
    remembering.remember,
    ideas.take_idea,
    helping.not_there_yet,  # every command that is left
    comforting.comfort,  # "ik wil dood" is no question
    withdrawing.withdraw,  # "laat maar" is no answer
    answering.take,  # what is typed after "Antwoord 2" is the answer
    subscribing.speak_again,  # "praat maar weer" is no question
    something_else.ask_what_then,  # "nee dat bedoel ik niet" is no question
    street_choice.take_street,  # "Lindelaan" in private says where somebody lives
    correcting.correct,  # "nee do 10" changes what was just told back
    overview.tell_of_streets,  # "welke straten zijn er" is much like "welke vragen zijn er"
    forwarding.hear_of_it,
    ordinary_words.carry_out,  # "hoe zeg ik iets af", of a street contact, asks for the command
    calling_off.hear_of_it,  # "de borrel gaat niet door" of a street contact is no question
    moving.hear_of_it,
    pausing.hear_of_it,
    drafting.take_order,  # "elke dinsdag 19.00: ..." of a street contact is no question
    still_open.ask_once_more,  # "dank je" under what waits for a yes
    small_talk.answer_wordless,  # a lone 👍 or 7 is no question
    small_talk.return_kindness,
    feelings.answer_feelings,
    privately.offer,  # before any answer that all would read
    agenda.say_when,  # "wanneer is de warmtescan" asks for a moment, not for what a warmtescan is
    contacts.say_who,
    faq.answer_surely,
    agenda.answer_by_title,
    elsewhere.point_elsewhere,
    small_talk.return_thanks,  # "dank je wel jongen" is no question, "dank je, en wat kost het" is
    correcting.ask_to_retype_at_once,
    faq.suggest,
    correcting.ask_to_retype,  # never `dat weet ik niet` while their draft waits
    not_known.admit,
)


def respond(asked: Asked, store: Store) -> Reply:
    """Decide what to say, and put it in the outbox; an empty reply says nothing."""
    asked = answering.read_as_answer(objecting.heed(_in_their_language(asked, store), store), store)
    manners.hear(asked, store)
    for handler in HANDLERS:
        reply = handler(asked, store)
        if reply is not None:
            break
    else:
        return SILENCE
    if not reply.parts:
        return SILENCE
    if handler is urgent.answer_urgent:
        return speak_up(asked, reply, store)
    return speak(asked, language.excuse(asked, reply), store)


def _in_their_language(asked: Asked, store: Store) -> Asked:
    """A question in another language that we speak is answered in it, unless the chat has chosen one."""
    is_question = asked.reading is not None and asked.command in (None, Command.ASK)
    if asked.chat.language or not is_question:
        return asked
    theirs = asked.languages[0]
    if theirs == asked.language and not asked.in_group and language_of(asked.question, "") != theirs:
        theirs = _spoken_last(asked, store)
    return asked if theirs == asked.language or theirs not in languages() else replace(asked, language=theirs)


def _spoken_last(asked: Asked, store: Store) -> str:
    """In which language most of the last answers were: `great` does not tell in which one it is.

    Not the house's own, which is spoken before a street is known.
    """
    said = store.outbox.latest(asked.chat, asked.now - SAME_TALK, LAST_SAID)
    texts = (" ".join(part.text for part in reply.parts if isinstance(part, Paragraph)) for reply in said)
    spoken = Counter(language_of(text, asked.language) for text in texts)
    others = [language for language in spoken if language != asked.house.language]
    return max((asked.language, *others), key=lambda language: spoken[language])
