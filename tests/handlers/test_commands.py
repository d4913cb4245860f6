"""Which texts are commands, and which only look like one."""

import pytest

from handlers.commands import ABOUT_THE_GROUP, Command, parse
from messages.phrases import by_heading

IN_PRIVATE = {
    "agenda": (Command.EVENTS, ""),
    "Agenda.": (Command.EVENTS, ""),
    " AGENDA !! ": (Command.EVENTS, ""),
    "/agenda": (Command.EVENTS, ""),
    "/agenda@straatbot": (Command.EVENTS, ""),
    "/Agenda morgen": (Command.EVENTS, "morgen"),
    "/events": (Command.EVENTS, ""),
    "stop": (Command.STOP, ""),
    "STOP": (Command.STOP, ""),
    "Stop maar!": (Command.STOP, ""),
    "meld me af": (Command.STOP, ""),
    "stop met die berichten": (Command.STOP, ""),
    "Stop nou eens met al die berichtjes, aub!": (Command.STOP, ""),
    "stop alsjeblieft": (Command.STOP, ""),
    "ik wil geen berichten meer": (Command.STOP, ""),
    "stop sending me messages please": (Command.STOP, ""),
    "stop nou eens met die berichten man": (Command.STOP, ""),
    "stop berichten sturen gek": (Command.STOP, ""),
    "hou op met die berichten": (Command.STOP, ""),
    "Hou nou eens op met die appjes, joh!": (Command.STOP, ""),
    "ik wil geen berichten meer ontvangen": (Command.STOP, ""),
    "Ik wil echt geen meldingen van jullie hoor": (Command.STOP, ""),
    "geen berichten meer aub": (Command.STOP, ""),
    "graag geen berichten meer sturen s.v.p.": (Command.STOP, ""),
    "stuur me niks meer": (Command.STOP, ""),
    "laat me met rust": (Command.STOP, ""),
    "I don't want any more messages": (Command.STOP, ""),
    "bitte keine Nachrichten mehr": (Command.STOP, ""),
    "Hör auf mit den Nachrichten": (Command.STOP, ""),
    "durdur": (Command.STOP, ""),
    "ga weg": (Command.STOP, ""),
    "wees nou eens stil": (Command.STOP, ""),
    "kun je stil zijn?": (Command.STOP, ""),
    "Kun je alsjeblieft stoppen met die berichten?": (Command.STOP, ""),
    "can you stop sending messages?": (Command.STOP, ""),
    "kannst du bitte still sein?": (Command.STOP, ""),
    "Artık mesaj istemiyorum": (Command.STOP, ""),
    "dur!": (Command.STOP, ""),
    "Lass mich in Ruhe!": (Command.STOP, ""),
    "nie chcę więcej wiadomości": (Command.STOP, ""),
    "لا أريد رسائل بعد الآن": (Command.STOP, ""),
    "توقف عن إرسال الرسائل": (Command.STOP, ""),
    "meld  aan": (Command.SUBSCRIBE, ""),
    "Meld mij aan voor de berichten": (Command.SUBSCRIBE, ""),
    "Stuur mij de berichten van de straat": (Command.SUBSCRIBE, ""),
    "mijn gegevens": (Command.MY_DATA, ""),
    "vergeet mij": (Command.FORGET, ""),
    "/vraag wat kost gas": (Command.ASK, "wat kost gas"),
    "vraag: wat kost gas?": (Command.ASK, "wat kost gas?"),
    "vraag wat kost gas": (Command.ASK, "wat kost gas"),
    "/vraag\nwat\nkost gas": (Command.ASK, "wat\nkost gas"),
    "koppel lindelaan": (Command.LINK, "lindelaan"),
    "Koppel: Laan van Meerdervoort": (Command.LINK, "Laan van Meerdervoort"),
    "link lindelaan": (Command.LINK, "lindelaan"),
    "stil 7": (Command.MUTE, "7"),
    "stil 2 weken": (Command.MUTE, "2 weken"),
    "taal en": (Command.LANGUAGE, "en"),
    "nieuw: borrel vr 11 dec 17u": (Command.NEW, "borrel vr 11 dec 17u"),
    "pauze alles": (Command.PAUSE, "alles"),
    "/start contact-abc": (Command.START, "contact-abc"),
    "/pizza": (Command.UNKNOWN, ""),
    "/pizza margherita": (Command.UNKNOWN, "margherita"),
}

STOPS = [
    "STOOOOP!!",
    "ik wil niks meer van jou horen",
    "stuur me nooit meer berichten",
    "haal me van de lijst",
    "haal mij nou eens van die lijst",
    "nooit meer appen",
    "app me niet meer",
    "val me niet meer lastig",
    "opzouten",
    "ik heb genoeg van die berichten",
    "ik ben die appjes zat, stop",
    "ik hoef geen berichten meer",
    "remove me",
    "take me off this list please",
    "quit",
    "enough of these messages",
    "yeter artık",
    "beni rahat bırak",
    "bana yazma",
    "Schluss mit den Nachrichten",
    "dość",
    "nie pisz do mnie",
    "كفى",
]

NO_COMMAND = [
    "de bouw stopt",
    "stopcontact",
    "ik stop met gas",
    "stop ik met gas of niet",
    "hoe stop ik de tocht",
    "stop de tocht",
    "mijn stoppen slaan door",
    "stoppenkast",
    "non stop herrie van de pomp",
    "genoeg warmte",
    "heb ik genoeg aan 3 panelen",
    "ik wil niet meer",
    "haal de ketel van de lijst",
    "ik heb niks ontvangen",
    "ik hoef geen warmtepomp",
    "rot op",
    "I have had enough of gas",
    "kes de kraan",
    "",
    "/",
    "//",
    "/etc/passwd",
    "nieuw raam nodig?",
    "vervang ik mijn ketel?",
    "agenda van morgen",
    "stop met gas",
    "stop met stoken",
    "stop met die ketel, dan scheelt het",
    "stop met berichten?",
    "stop met roken",
    "stop met stoken?",
    "stop de berichten niet",
    "ik wil niet stoppen",
    "don't stop",
    "hou me op de hoogte",
    "kan een warmtepomp stil zijn?",
    "kun je stoppen met stoken?",
    "kun je je afmelden voor de borrel?",
    "hoe stop ik de berichten?",
    "hou de warmte binnen",
    "ik wil geen gas meer",
    "ik wil geen berichten missen",
    "ik krijg geen berichten meer",
    "geen berichten ontvangen",
    "ik heb nog geen bericht ontvangen",
    "afmelden voor de borrel",
    "pompayı durdur",
    "Help, ik ruik gas",
    "stopt salderen",
    "help mij met subsidie",
    "stil toestel gezocht",
    "taal van de straat leren",
    "koppel mijn panelen aan de batterij van de buren",
    "contactgegevens",
    "hallo",
]


@pytest.mark.parametrize("text", IN_PRIVATE)
def test_in_private_this_is_a_command(text: str) -> None:
    assert parse(text, private=True) == IN_PRIVATE[text]


@pytest.mark.parametrize("text", STOPS)
def test_a_stop_always_stops(text: str) -> None:
    assert parse(text, private=True) == (Command.STOP, "")


@pytest.mark.parametrize("text", NO_COMMAND)
def test_this_is_no_command(text: str) -> None:
    assert parse(text, private=True) == (None, "")


@pytest.mark.parametrize("text", IN_PRIVATE)
def test_overheard_in_a_group_only_a_slash_makes_a_command(text: str) -> None:
    expected = IN_PRIVATE[text] if text.startswith("/") else (None, "")

    assert parse(text, private=False) == expected


@pytest.mark.parametrize("text", IN_PRIVATE)
def test_in_a_group_where_the_bot_is_named_a_command_stands_alone(text: str) -> None:
    command, argument = IN_PRIVATE[text]
    is_sentence = argument and not text.startswith("/") and command not in ABOUT_THE_GROUP
    expected = (None, "") if is_sentence else (command, argument)

    assert parse(text, private=False, addressed=True) == expected


def test_no_word_stands_for_two_commands() -> None:
    words = [
        *(str(command) for command in Command),
        *(word for others in by_heading("commands").values() for word in others),
    ]

    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
