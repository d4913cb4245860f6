"""Chats: met once, found by an address that nobody can read, moved, erased and forgotten."""

from messages.street import ChatAddress, ChatKind, ChatState, Person, Platform
from storage import Database, Store
from tests.doubles.stored import NOON, a_chat, a_message, after, linked_groups, sent

ADDRESS = ChatAddress(Platform.TELEGRAM, "-1001")
NEW = ChatAddress(Platform.TELEGRAM, "-1009")


async def test_a_group_is_met_unlinked_and_a_private_chat_is_simply_there(database: Database) -> None:
    def work(store: Store) -> None:
        group = store.chats.meet(ADDRESS, ChatKind.GROUP, NOON)
        private = store.chats.meet(NEW, ChatKind.PRIVATE, NOON)

        assert (group.state, private.state) == (ChatState.UNLINKED, ChatState.LINKED)

    await database.write(work)


async def test_a_chat_is_met_once(database: Database) -> None:
    def work(store: Store) -> None:
        first = store.chats.meet(ADDRESS, ChatKind.GROUP, NOON)

        assert store.chats.meet(ADDRESS, ChatKind.GROUP, after(days=1)) == first
        assert store.chats.find(ADDRESS) == first
        assert store.chats.get(first.key) == first

    await database.write(work)


async def test_the_same_id_on_two_platforms_is_two_chats(database: Database) -> None:
    def work(store: Store) -> None:
        there = store.chats.meet(ChatAddress(Platform.PLAYGROUND, ADDRESS.id), ChatKind.GROUP, NOON)

        assert store.chats.meet(ADDRESS, ChatKind.GROUP, NOON).key != there.key

    await database.write(work)


async def test_what_is_changed_is_kept(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store)
        store.chats.change(chat, language="tr", overhears=True, muted_until=after(days=7), last_heard_at=NOON)
        store.chats.change(chat, requested_street="lindelaan", welcomed_at=NOON)

        found = store.chats.get(chat.key)

        assert found
        assert (found.language, found.overhears) == ("tr", True)
        assert (found.muted_until, found.last_heard_at) == (after(days=7), NOON)
        assert (store.chats.requested_street(chat), store.chats.welcomed_at(chat)) == ("lindelaan", NOON)

    await database.write(work)


async def test_only_linked_groups_speak_for_a_street(database: Database) -> None:
    def work(store: Store) -> None:
        linked = a_chat(store, "-1", street="lindelaan")
        a_chat(store, "-2", street="lindelaan", state=ChatState.MUTED)
        a_chat(store, "-3", street="lindelaan", state=ChatState.GONE)
        a_chat(store, "-4", street="kerkstraat")
        a_chat(store, "5", street="lindelaan", kind=ChatKind.PRIVATE)

        assert store.chats.groups_of("lindelaan") == [linked]
        assert len(linked_groups(store)) == 2

    await database.write(work)


async def test_only_chats_that_can_be_written_to_are_reachable(database: Database) -> None:
    def work(store: Store) -> None:
        here = a_chat(store, "1", kind=ChatKind.PRIVATE)
        a_chat(store, "2", kind=ChatKind.PRIVATE, state=ChatState.GONE)

        found = store.chats.reachable(Person(platform=Platform.TELEGRAM, id=id_) for id_ in ("3", "2", "1"))

        assert found == [here]

    await database.write(work)


async def test_a_moved_chat_keeps_its_street_and_what_waits_for_it(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store, street="lindelaan")
        a_message(store, chat, "waits")

        moved = store.chats.move(chat, NEW)

        assert (moved.key, moved.address, moved.street) == (chat.key, NEW, "lindelaan")
        assert store.chats.find(ADDRESS) is None
        assert store.chats.move(moved, NEW) == moved

    await database.write(work)


async def test_what_was_said_at_the_new_address_goes_with_the_chat_that_moves_there(database: Database) -> None:
    def work(store: Store) -> None:
        chat, already = a_chat(store, street="lindelaan"), a_chat(store, NEW.id, state=ChatState.UNLINKED)
        a_message(store, chat, "said here")
        a_message(store, already, "said there")
        store.subscriptions.agree(already, "lindelaan", asked_with="?", now=NOON)

        moved = store.chats.move(chat, NEW)

        assert (moved.street, moved.state) == ("lindelaan", ChatState.LINKED)
        assert store.outbox.count(moved) == 2
        assert store.chats.get(already.key) is None

    await database.write(work)


async def test_an_erased_chat_has_said_agreed_and_chosen_nothing(database: Database) -> None:
    def work(store: Store) -> None:
        chat = a_chat(store, "5", kind=ChatKind.PRIVATE, street="lindelaan")
        store.chats.change(chat, language="tr", muted_until=after(days=7), last_heard_at=NOON)
        sent(store, chat, "a")
        store.subscriptions.agree(chat, "lindelaan", asked_with="?", now=NOON)

        store.chats.erase(chat)

        left = store.chats.get(chat.key)
        assert left
        assert (left.street, left.language, left.muted_until, left.last_heard_at) == (None, None, None, None)
        assert store.outbox.count(chat) == 0
        assert store.subscriptions.of_chat(chat) == []

    await database.write(work)


async def test_private_chats_of_which_nothing_is_kept_are_forgotten(database: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, "1", kind=ChatKind.PRIVATE)
        recent = a_chat(store, "2", kind=ChatKind.PRIVATE)
        store.chats.change(recent, last_heard_at=after(days=80))
        a_chat(store, "3", kind=ChatKind.PRIVATE, street="lindelaan")
        a_message(store, a_chat(store, "4", kind=ChatKind.PRIVATE), "waits")
        store.subscriptions.agree(a_chat(store, "5", kind=ChatKind.PRIVATE), "lindelaan", asked_with="?", now=NOON)

        assert store.chats.forget_unused(NOON) == 0
        assert store.chats.forget_unused(after(days=1)) == 1

        assert store.chats.find(ChatAddress(Platform.TELEGRAM, "1")) is None

    await database.write(work)


async def test_groups_that_the_bot_left_are_forgotten_and_others_never(database: Database) -> None:
    def work(store: Store) -> None:
        a_chat(store, "-1", state=ChatState.GONE, street="lindelaan")
        stays = a_chat(store, "-2", street="lindelaan")

        assert store.chats.forget_unused(after(days=1)) == 1

        assert store.chats.get(stays.key) == stays

    await database.write(work)
