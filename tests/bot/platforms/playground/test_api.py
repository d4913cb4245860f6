"""The playground by machine, as its public interface promises."""

import asyncio
import json

import pytest

from messages.reply import Choice, say
from tests.doubles.patience import SECONDS

MESSAGES = "/playground/api/messages"
EVENTS = "/playground/api/events"
HELLO = {"chat": "lindelaan", "sender": "Fatma", "text": "hoi"}


def events(body: str) -> list[tuple[str, dict[str, object]]]:
    """The id and the data of each event in a stream."""
    found = []
    for block in body.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            found.append((fields["id"], json.loads(fields["data"])))
    return found


async def test_a_message_is_accepted_once_it_is_stored(client, ear):
    answer = await client.post(MESSAGES, json=HELLO)

    assert answer.status_code == 202
    assert answer.json() == {"id": 1}
    assert ear.last.text == "hoi"


async def test_a_conversation_is_read_back(client, ear):
    ear.answer = lambda _: say("Kom **je**?", choices=[Choice("Ja", "x")])

    await client.post(MESSAGES, json={"chat": "lindelaan/Fatma", "sender": "Fatma", "text": "is er wat te doen?"})

    question, answer = (await client.get(MESSAGES, params={"chat": "lindelaan/Fatma"})).json()
    assert question["sender"] == "Fatma"
    assert answer == {
        "id": 2,
        "chat": "lindelaan/Fatma",
        "sender": "bot",
        "text": "Kom je?",
        "html": "<p>Kom <strong>je</strong>?</p>",
        "at": "2026-12-10T11:00:00+00:00",
        "choices": [{"id": "1.0", "label": "Ja"}],
        "reply_to": 1,
        "edited": False,
    }


async def test_a_button_is_pressed_by_its_id(client, ear, playground, new_delivery):
    await playground.send(new_delivery(say("Kom je?", choices=[Choice("Ja", "x"), Choice("Nee", "y")]), key=9), 0)

    answer = await client.post(MESSAGES, json={"chat": "lindelaan", "sender": "Ali", "choice": "9.1"})

    assert answer.status_code == 202
    assert (ear.last.choice, ear.last.text, ear.last.addressed) == ("9.1", "Nee", True)
    assert playground.transcript.since()[-1].reply_to == 1


@pytest.mark.parametrize("reply_to", [1, "1"])
async def test_an_answer_to_a_message_names_it_as_the_store_knows_it(client, ear, reply_to):
    await client.post(MESSAGES, json=HELLO)

    await client.post(MESSAGES, json={**HELLO, "reply_to": reply_to})

    assert ear.last.reply_to == ear.heard_things[0].external_id
    assert ear.last.reply_text == ear.heard_things[0].text


async def test_only_what_came_after_a_message_and_in_one_chat_is_read(client):
    for chat in ("lindelaan", "eikenlaan", "lindelaan"):
        await client.post(MESSAGES, json={**HELLO, "chat": chat})

    everything = (await client.get(MESSAGES, params={"after": 1})).json()
    of_one = (await client.get(MESSAGES, params={"after": "1", "chat": "lindelaan"})).json()

    assert [message["id"] for message in everything] == [2, 3]
    assert [message["id"] for message in of_one] == [3]


async def test_events_stream_the_same_messages_until_the_bot_stops(client, ear, playground):
    await client.post(MESSAGES, json=HELLO)
    ear.answer = lambda _: say("Hoi\nFatma!")
    streaming = asyncio.create_task(client.get(EVENTS))
    await client.post(MESSAGES, json=HELLO)
    await playground.stop()

    stream = await asyncio.wait_for(streaming, SECONDS)

    assert stream.headers["content-type"].startswith("text/event-stream")
    same = (await client.get(MESSAGES)).json()
    assert events(stream.text) == [(str(message["id"]), message) for message in same]
    assert len(same) == 3


@pytest.mark.parametrize(
    ("query", "headers", "ids"),
    [
        ({"after": "1"}, {}, ["2", "3"]),
        ({}, {"Last-Event-ID": "2"}, ["3"]),
        ({"after": "0"}, {"Last-Event-ID": "2"}, ["3"]),
        ({"chat": "eikenlaan"}, {}, ["2"]),
        ({}, {"Last-Event-ID": "500"}, ["1", "2", "3"]),
    ],
    ids=["after", "last event", "last event goes first", "one chat", "seen before a restart"],
)
async def test_a_stream_goes_on_where_the_reader_was(client, playground, query, headers, ids):
    for chat in ("lindelaan", "eikenlaan", "lindelaan"):
        await client.post(MESSAGES, json={**HELLO, "chat": chat})
    await playground.stop()

    stream = await client.get(EVENTS, params=query, headers=headers)

    assert [number for number, _ in events(stream.text)] == ids


HOSTILE = {
    "not json": (b"hoi", 400),
    "empty": (b"", 400),
    "a list": (b"[]", 400),
    "not utf-8": (b'{"chat": "\xff"}', 400),
    "deeply nested": (b"[" * 100_000, 400),
    "a number of many digits": (b'{"reply_to": ' + b"9" * 5_000 + b"}", 400),
    "a body that is too large": (b" " * (256 * 1024 + 1), 413),
}


@pytest.mark.parametrize(("body", "status"), HOSTILE.values(), ids=HOSTILE)
async def test_a_body_that_is_no_message_is_refused_in_json(client, ear, body, status):
    answer = await client.post(MESSAGES, content=body)

    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    assert not ear.heard_things


WRONG = {
    "unknown street": ({"chat": "dorpsstraat"}, 404),
    "unknown street in private": ({"chat": "dorpsstraat/Fatma"}, 404),
    "no chat": ({"chat": None}, 400),
    "empty chat": ({"chat": " "}, 400),
    "chat of nobody": ({"chat": "lindelaan/"}, 400),
    "chat of somebody else": ({"chat": "lindelaan/Ali"}, 400),
    "chat is a number": ({"chat": 3}, 400),
    "no sender": ({"sender": None}, 400),
    "empty sender": ({"sender": "\u0000 "}, 400),
    "sender is a list": ({"sender": ["Fatma"]}, 400),
    "sender is the bot": ({"sender": "Bot"}, 400),
    "sender is a book": ({"sender": "x" * 81}, 400),
    "no text": ({"text": None}, 400),
    "empty text": ({"text": ""}, 400),
    "text of control characters": ({"text": "\u0000\u0007 \n"}, 400),
    "text is an object": ({"text": {}}, 400),
    "text is far too long": ({"text": "x" * 20_001}, 413),
    "half characters in the text": ({"text": "hoi \ud83d"}, 400),
    "half characters in the sender": ({"sender": "\udc00"}, 400),
    "half characters in the chat": ({"chat": "\udc00"}, 400),
    "choice is a number": ({"choice": 3}, 400),
    "unknown choice": ({"choice": "9.9"}, 404),
    "unknown reply_to": ({"reply_to": 99}, 404),
    "negative reply_to": ({"reply_to": -1}, 404),
    "reply_to is a huge number": ({"reply_to": 10**30}, 404),
    "reply_to is true": ({"reply_to": True}, 400),
    "reply_to is a fraction": ({"reply_to": 1.5}, 400),
    "reply_to is no number": ({"reply_to": "één"}, 400),
}


@pytest.mark.parametrize(("fields", "status"), WRONG.values(), ids=WRONG)
async def test_a_wrong_message_is_refused_with_a_sentence(client, ear, fields, status):
    answer = await client.post(MESSAGES, content=json.dumps({**HELLO, **fields}))

    assert answer.status_code == status
    assert answer.json()["error"].endswith((".", ")."))
    assert not ear.heard_things


@pytest.mark.parametrize("text", ["x" * 10_000, "a\u0000b", "🏘️👩‍👩‍👧 ‮omgekeerd", "' OR 1=1; --", "{{street}} %s {0}"])
async def test_odd_text_is_accepted(client, ear, text):
    answer = await client.post(MESSAGES, json={**HELLO, "text": text})

    assert answer.status_code == 202
    assert ear.last.text == text.replace("\u0000", "")


@pytest.mark.parametrize("query", [{"after": "-1"}, {"after": "x"}, {"after": "9" * 5_000}, {"chat": "lindelaan/"}])
async def test_a_wrong_question_is_refused(client, query):
    assert (await client.get(MESSAGES, params=query)).status_code == 400
    assert (await client.get(EVENTS, params=query)).status_code == 400


async def test_reading_an_unknown_street_is_refused(client):
    assert (await client.get(MESSAGES, params={"chat": "dorpsstraat"})).status_code == 404


async def test_what_could_not_be_stored_is_not_accepted(client, ear):
    ear.broken = True

    answer = await client.post(MESSAGES, json=HELLO)

    assert answer.status_code == 503
    assert "bewaard" in answer.json()["error"]


@pytest.mark.parametrize("origin", ["https://elders.nl", "null", "http://["])
async def test_a_website_elsewhere_cannot_make_a_browser_talk_here(client, ear, origin):
    answer = await client.post(MESSAGES, json=HELLO, headers={"Origin": origin})

    assert answer.status_code == 403
    assert not ear.heard_things


async def test_our_own_page_may_talk(client):
    answer = await client.post(MESSAGES, json=HELLO, headers={"Origin": "http://127.0.0.1:8000"})

    assert answer.status_code == 202


@pytest.mark.parametrize(("host", "status"), [("localhost:8000", 200), ("[::1]:8000", 200), ("elders.nl:8000", 403)])
async def test_where_hosts_are_given_no_other_name_gets_in(new_playground, new_client, host, status):
    playground = new_playground(hosts=("localhost", "127.0.0.1", "::1"))

    async with new_client(playground) as client:
        for path in (MESSAGES, "/playground", "/playground/api/streets"):
            assert (await client.get(path, headers={"Host": host})).status_code == status


async def test_streets_are_listed_for_the_page(client):
    assert (await client.get("/playground/api/streets")).json() == [
        {"id": "lindelaan", "name": "Lindelaan", "contact": "Henk"},
        {"id": "eikenlaan", "name": "Eikenlaan", "contact": None},
    ]
