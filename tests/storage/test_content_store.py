"""The content as the database keeps it: imported twice it is the same, and nobody is served what is not there."""

import asyncio
from dataclasses import replace

import pytest

from messages.content import Content, Event, FAQEntry, Status
from messages.street import Street
from storage import Database, Store, StoreUnavailable
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, a_chat, a_message, after

FAQ = FAQEntry(id="geluid", question="Maakt een warmtepomp herrie?", answer="Nee.")
OTHER = FAQEntry(id="kosten", question="Wat kost het?", answer="Dat verschilt.")
EVENT = Event(id="borrel", title="Borrel", starts_at=after(days=3).replace(tzinfo=None))
CONTENT = Content(
    streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")},
    faqs={faq.id: faq for faq in (FAQ, OTHER)},
    events={EVENT.id: EVENT},
)
CHANGED = replace(CONTENT, faqs={**CONTENT.faqs, "geluid": replace(FAQ, answer="Een beetje.")})


def answer(content: Content) -> str:
    return content.faqs["geluid"].answer


async def published(database: Database) -> Content:
    return await database.read(lambda store: store.content.published())


async def test_thousands_of_items_are_saved_at_once(database: Database) -> None:
    many = Content(faqs={f"vraag-{n}": replace(FAQ, id=f"vraag-{n}") for n in range(6_000)})

    assert await database.write(lambda store: store.content.save(many, now=NOON)) == 6_000
    assert await published(database) == many


async def test_what_is_saved_is_published_in_its_order(database: Database) -> None:
    changed = await database.write(lambda store: store.content.save(CONTENT, now=NOON))

    assert changed == 4
    assert await published(database) == CONTENT
    assert list((await published(database)).faqs) == ["geluid", "kosten"]


async def test_the_same_content_again_changes_nothing(database: Database) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    before = await database.read(lambda store: (store.content.version, store.content.changed_at()))
    seen = await published(database)

    changed = await database.write(lambda store: store.content.save(CONTENT, now=after(days=1)))

    assert changed == 0
    assert await database.read(lambda store: (store.content.version, store.content.changed_at())) == before
    assert await published(database) is seen


async def test_a_change_is_seen_at_once_and_dates_only_what_changed(database: Database) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    await published(database)

    changed = await database.write(lambda store: store.content.save(CHANGED, now=after(days=1)))

    assert changed == 1
    assert answer(await published(database)) == "Een beetje."
    dates = await database.read(lambda store: store.content.changed_at())
    assert (dates["faq", "geluid"], dates["faq", "kosten"]) == (after(days=1), NOON)


async def test_what_is_added_leaves_the_rest_as_it_is(database: Database) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    more = Content(faqs={"nieuw": replace(FAQ, id="nieuw")})

    await database.write(lambda store: store.content.save(more, now=NOON))

    assert set((await published(database)).faqs) == {"geluid", "kosten", "nieuw"}


async def test_replacing_retires_what_is_no_longer_there_and_it_can_come_back(database: Database) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    less = replace(CONTENT, faqs={"kosten": OTHER}, events={})

    assert await database.write(lambda store: store.content.save(less, replace=True, now=NOON)) >= 2
    assert await published(database) == less
    assert await database.write(lambda store: store.content.save(less, replace=True, now=NOON)) == 0

    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    assert await published(database) == CONTENT


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETIRED])
async def test_only_what_is_published_is_said(database: Database, status: Status) -> None:
    content = replace(CONTENT, faqs={"geluid": replace(FAQ, status=status), "kosten": OTHER})

    await database.write(lambda store: store.content.save(content, now=NOON))

    assert set((await published(database)).faqs) == {"kosten"}


async def test_a_unit_of_work_sees_its_own_change_and_nobody_sees_one_that_failed(database: Database) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))

    def change_and_fail(store: Store) -> None:
        store.content.save(CHANGED, now=NOON)
        assert answer(store.content.published()) == "Een beetje."
        raise KeyError

    with pytest.raises(KeyError):
        await database.write(change_and_fail)

    assert answer(await published(database)) == "Nee."


async def test_what_a_failed_commit_changed_is_never_served(own_database_url: str, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("there is no difference: the cache is the same")

    def fail_the_commit(store: Store) -> None:
        store._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        a_message(store, replace(a_chat(store), key=999), "an orphan")

    async with open_database(own_database_url, Seal(SECRET)) as database:
        await database.write(lambda store: store.content.save(CONTENT, now=NOON))
        results = await asyncio.gather(
            database.write(lambda store: store.content.save(CHANGED, now=NOON)),
            database.write(lambda store: store.content.published()),
            database.write(fail_the_commit),
            return_exceptions=True,
        )
        assert [type(result) for result in results] == [StoreUnavailable] * 3

        other_change = replace(CONTENT, faqs={"geluid": replace(FAQ, answer="Iets heel anders."), "kosten": OTHER})
        await database.write(lambda store: store.content.save(other_change, now=NOON))

        assert answer(await published(database)) == "Iets heel anders."


async def test_a_change_by_another_process_is_seen(database: Database, database_url: str) -> None:
    await database.write(lambda store: store.content.save(CONTENT, now=NOON))
    await published(database)

    async with open_database(database_url, Seal(SECRET)) as other:
        await other.write(lambda store: store.content.save(CHANGED, now=NOON))

    assert answer(await published(database)) == "Een beetje."


async def test_changes_by_two_processes_at_once_are_two_versions(database: Database, database_url: str) -> None:
    def changes(name: str, number: int) -> Content:
        return Content(faqs={f"{name}{number}": replace(FAQ, id=f"{name}{number}")})

    async with open_database(database_url, Seal(SECRET)) as other:
        for number in range(10):
            await asyncio.gather(
                database.write(lambda store, n=number: store.content.save(changes("a", n), now=NOON)),
                other.write(lambda store, n=number: store.content.save(changes("b", n), now=NOON)),
            )

            seen = [set((await published(each)).faqs) for each in (database, other)]

            assert seen[0] == seen[1]
            assert len(seen[0]) == 2 * (number + 1)
