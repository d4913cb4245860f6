"""Nobody who reads the database learns an address from it; with the key the bot reads them back."""

from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.delivery import Urgency
from messages.reply import say
from messages.street import ChatAddress, ChatKind, Person, Platform, Role
from storage import Database, Store
from storage.seal import HASH_LENGTH, Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON

NUMBER = "31612345678"
SEAL = Seal(SECRET)
ANY_TEXT = st.text(st.characters(), max_size=60)  # with lone surrogates, which JSON can bring


def read_all(folder: Path) -> bytes:
    """The database and its write-ahead log."""
    return b"".join(path.read_bytes() for path in folder.glob("straatbot.db*"))


@given(ANY_TEXT)
def test_whatever_is_closed_opens_as_it_was(text: str) -> None:
    assert SEAL.open(SEAL.close(text)) == text


@given(ANY_TEXT, ANY_TEXT)
@settings(max_examples=50)
def test_a_hash_finds_the_same_text_and_no_other(text: str, other: str) -> None:
    assert (SEAL.hash(text) == SEAL.hash(other)) == (text == other)
    assert len(SEAL.hash(text)) == HASH_LENGTH


def test_what_is_closed_twice_does_not_look_the_same() -> None:
    assert SEAL.close(NUMBER) != SEAL.close(NUMBER)


def test_another_key_finds_and_reads_nothing() -> None:
    other = Seal("another secret, also longer than thirty-two characters")

    assert other.hash(NUMBER) != SEAL.hash(NUMBER)
    with pytest.raises(InvalidToken):
        other.open(SEAL.close(NUMBER))


async def test_the_database_file_holds_no_address(quick_database: Database, tmp_path: Path) -> None:
    def work(store: Store) -> None:
        chat = store.chats.meet(ChatAddress(Platform.WHATSAPP, f"whatsapp:+{NUMBER}"), ChatKind.PRIVATE, NOON)
        store.people.grant(
            Person(platform=Platform.WHATSAPP, id=f"whatsapp:+{NUMBER}", name="Fatma"), Role.ORGANISER, None, NOON
        )
        store.people.invite(f"code-{NUMBER}", "lindelaan", NOON)
        store.heard.note(ChatAddress(Platform.WHATSAPP, NUMBER), f"SM-{NUMBER}", NOON)
        store.subscriptions.agree(chat, "lindelaan", asked_with="Wil je dat?", now=NOON)
        store.outbox.add(chat, say("Hallo"), urgency=Urgency.REPLY, cause="a", now=NOON)

    await quick_database.write(work)
    while_open = read_all(tmp_path)
    await quick_database.close()

    for content in (while_open, read_all(tmp_path)):
        assert b"lindelaan" in content  # so this does look where the rows are
        assert NUMBER[2:].encode() not in content
        assert b"Fatma" not in content


async def test_the_bot_itself_reads_an_address_back(database: Database) -> None:
    address = ChatAddress(Platform.WHATSAPP, f"whatsapp:+{NUMBER}")

    await database.write(lambda store: store.chats.meet(address, ChatKind.PRIVATE, NOON))

    found = await database.read(lambda store: store.chats.find(address))
    assert found
    assert found.address == address
