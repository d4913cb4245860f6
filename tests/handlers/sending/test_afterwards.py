"""What comes after sending: receipts, knocks, what is forgotten, and a house that opens again."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copy

import pytest

from handlers.house import House
from handlers.sending.knocking import knock
from handlers.sending.receipts import note_receipt
from handlers.sending.retention import HEARD, SENT_MESSAGES, forget_old
from handlers.steering.opening import ORIGIN, open_house
from messages.content import Content, FAQEntry
from messages.delivery import Delivery, DeliveryState, Receipt
from messages.street import Chat, ChatAddress, ChatKind, Person, Platform, Role, Street
from storage import Database, Store
from storage.content_file import starter
from tests.doubles.stored import NOON, a_chat, a_message, after, claim, linked_groups, sent, states

HOUSE = House(address="https://bot.example.nl")
CONTENT = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")})
JAN = Person(platform=Platform.TELEGRAM, id="7")


def fatma(store: Store) -> Chat:
    store.content.save(CONTENT, now=NOON)
    return a_chat(store, "5", kind=ChatKind.PRIVATE, street="lindelaan")


def fail(store: Store, delivery: Delivery, code: str, external_id: str = "SM1") -> None:
    receipt = Receipt(state=DeliveryState.FAILED, external_id=external_id, delivery=delivery.key, error=code)
    note_receipt(receipt, HOUSE, NOON, store)


async def test_what_a_closed_window_kept_out_waits_behind_one_knock(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        delivery = sent(store, chat, "a")

        fail(store, delivery, "63016")
        fail(store, delivery, "63016")

        knock_cause = f"knock:{chat.key}:20261201"
        assert states(store) == {"a": "waiting", knock_cause: "waiting"}
        assert [each.cause for each in claim(store)] == [knock_cause]

    await database.write(work)


async def test_what_was_held_is_sent_from_its_first_page(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        fail(store, sent(store, chat, "a"), "63016")
        (knocking,) = claim(store)
        store.outbox.page_sent(knocking, 0, "SM2", last=True, now=NOON)

        store.outbox.release(chat)

        (again,) = claim(store)
        assert (again.cause, again.pages_sent) == ("a", 0)

    await database.write(work)


async def test_a_knock_that_is_not_let_in_knocks_no_further(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        assert knock(chat, NOON, HOUSE, store)
        (knocking,) = claim(store)
        store.outbox.page_sent(knocking, 0, "SM2", last=True, now=NOON)

        fail(store, knocking, "63016", "SM2")

        assert list(states(store).values()) == ["failed"]
        assert not knock(chat, NOON, HOUSE, store)

    await database.write(work)


@pytest.mark.parametrize("code", ["21610", "63014"])
async def test_who_opted_out_at_the_platform_gets_nothing_more(database: Database, code: str) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        store.subscriptions.agree(chat, "lindelaan", asked_with="?", now=NOON)
        delivery = sent(store, chat, "a")
        a_message(store, chat, "b")

        fail(store, delivery, code)

        assert states(store) == {"a": "failed", "b": "dropped"}
        assert store.subscriptions.of_chat(chat) == []

    await database.write(work)


async def test_another_failure_is_only_noted(database: Database) -> None:
    def work(store: Store) -> None:
        chat = fatma(store)
        delivery = sent(store, chat, "a")
        a_message(store, chat, "b")

        fail(store, delivery, "63024")

        assert states(store) == {"a": "failed", "b": "waiting"}

    await database.write(work)


async def test_what_is_past_its_term_is_forgotten_and_nothing_else(database: Database) -> None:
    def work(store: Store) -> None:
        store.heard.note(ChatAddress(Platform.TELEGRAM, "-1001"), "1", NOON)
        sent(store, a_chat(store), "a")
        a_message(store, a_chat(store), "waits")

        assert forget_old(NOON + HEARD, store) == 0
        assert forget_old(NOON + HEARD + (after(seconds=1) - NOON), store) == 1
        assert store.heard.note(ChatAddress(Platform.TELEGRAM, "-1001"), "1", NOON + HEARD)
        assert forget_old(NOON + SENT_MESSAGES + (after(seconds=1) - NOON), store) == 2

        assert states(store) == {"waits": "waiting"}

    await database.write(work)


async def test_a_new_house_opens_with_content_groups_and_organisers(database: Database) -> None:
    def work(store: Store) -> None:
        for _ in range(2):
            open_house([JAN], {Platform.PLAYGROUND}, NOON, store)

        assert store.people.organisers() == [JAN]
        assert store.people.role_of(JAN, "lindelaan") is Role.ORGANISER
        assert store.content.published().faqs
        groups = [chat.address.id for chat in linked_groups(store)]
        assert groups == list(store.content.published().streets)
        assert store.occurrences.decided_until() == NOON

    await database.write(work)


async def test_opening_again_forgets_no_moment_and_leaves_alone_what_a_postman_does(database: Database) -> None:
    def work(store: Store) -> None:
        open_house([], set(), NOON, store)
        a_message(store, a_chat(store), "a")
        claim(store)

        open_house([], set(), after(hours=3), store)

        assert states(store) == {"a": "sending"}
        assert store.occurrences.decided_until() == NOON

    await database.write(work)


async def test_starter_content_that_is_kept_is_not_read_again_but_its_dates_move_along(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.write(lambda store: open_house([], set(), NOON, store))
    monkeypatch.setattr(starter, "starter_content", lambda now: pytest.fail("was read again"))

    await database.write(lambda store: open_house([], set(), after(days=30), store))

    content = await database.read(lambda store: store.content.published())
    assert content.faqs
    assert content.events["informatieavond"].starts_at > after(days=30).replace(tzinfo=None)


def test_what_other_code_reads_is_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readers = {file.name: file for file in starter.READERS}
    reader = Path(copy(readers["parts.py"], tmp_path))
    monkeypatch.setattr(starter, "READERS", (reader,))
    before = starter.edition()

    reader.write_text(f"{reader.read_text()}\n# and it reads otherwise now")

    assert starter.edition() != before


async def test_a_newer_edition_of_the_starter_content_is_brought(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def newer(now: datetime) -> Content:
        return replace(starter.demo_content(now), faqs={"nieuw": FAQEntry(id="nieuw", question="Wie?", answer="Wij.")})

    await database.write(lambda store: open_house([], set(), NOON, store))
    monkeypatch.setattr(starter, "edition", lambda: "the next")
    monkeypatch.setattr(starter, "starter_content", newer)

    await database.write(lambda store: open_house([], set(), NOON, store))

    assert "nieuw" in (await database.read(lambda store: store.content.published())).faqs


async def test_where_somebody_brought_content_the_starter_content_stays_away(database: Database) -> None:
    def work(store: Store) -> None:
        own = Content(faqs={"eigen": FAQEntry(id="eigen", question="Wie?", answer="Wij.")})
        store.memory.set(ORIGIN, "organisers")
        store.content.save(own, replace=True, now=NOON)

        open_house([], set(), after(days=1), store)

        assert store.content.published() == own

    await database.write(work)
