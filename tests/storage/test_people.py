"""Roles, and invitations that are good for one person and one week."""

import asyncio

from messages.street import Person, Platform, Role
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, after

FATMA = Person(platform=Platform.WHATSAPP, id="whatsapp:+31612345678")
JAN = Person(platform=Platform.TELEGRAM, id="12345")


async def test_a_contact_has_a_role_in_one_street_and_an_organiser_in_all(database: Database) -> None:
    def work(store: Store) -> None:
        store.people.grant(FATMA, Role.STREET_CONTACT, "lindelaan", NOON)
        store.people.grant(JAN, Role.ORGANISER, None, NOON)

        of_fatma = [store.people.role_of(FATMA, street) for street in ("lindelaan", "kerkstraat", None)]
        of_jan = [store.people.role_of(JAN, street) for street in ("lindelaan", "kerkstraat", None)]

        assert of_fatma == [Role.STREET_CONTACT, Role.RESIDENT, Role.STREET_CONTACT]
        assert of_jan == [Role.ORGANISER] * 3
        assert (store.people.organisers(), store.people.contacts("lindelaan")) == ([JAN], [FATMA])

    await database.write(work)


async def test_a_role_given_twice_is_had_once(database: Database) -> None:
    def work(store: Store) -> None:
        assert store.people.grant(FATMA, Role.STREET_CONTACT, "lindelaan", NOON)
        assert not store.people.grant(FATMA, Role.STREET_CONTACT, "lindelaan", NOON)

        assert store.people.contacts("lindelaan") == [FATMA]

    await database.write(work)


async def test_the_same_id_on_another_platform_is_somebody_else(database: Database) -> None:
    def work(store: Store) -> None:
        store.people.grant(JAN, Role.ORGANISER, None, NOON)

        assert store.people.role_of(Person(platform=Platform.PLAYGROUND, id=JAN.id), None) is Role.RESIDENT

    await database.write(work)


async def test_somebody_can_be_contact_of_several_streets_and_be_forgotten(database: Database) -> None:
    def work(store: Store) -> None:
        for street in ("lindelaan", "kerkstraat"):
            store.people.grant(FATMA, Role.STREET_CONTACT, street, NOON)
        assert store.people.streets_of(FATMA) == ["kerkstraat", "lindelaan"]

        assert store.people.forget(FATMA) == 2

        assert store.people.role_of(FATMA, None) is Role.RESIDENT

    await database.write(work)


async def test_an_invitation_is_good_once(database: Database) -> None:
    def work(store: Store) -> None:
        store.people.invite("code", "lindelaan", after(days=7))

        assert store.people.accept("another", NOON) is None
        assert store.people.accept("code", NOON) == "lindelaan"
        assert store.people.accept("code", NOON) is None

    await database.write(work)


async def test_an_invitation_that_is_too_late_is_used_up(database: Database) -> None:
    def work(store: Store) -> None:
        store.people.invite("code", "lindelaan", after(days=7))

        assert store.people.accept("code", after(days=7)) is None
        assert store.people.accept("code", NOON) is None

    await database.write(work)


async def test_of_two_processes_one_gets_the_invitation(database: Database, database_url: str) -> None:
    await database.write(
        lambda store: [store.people.invite(str(code), "lindelaan", after(days=7)) for code in range(20)]
    )

    async with open_database(database_url, Seal(SECRET)) as other:
        accepted = await asyncio.gather(
            *(
                each.write(lambda store, code=code: store.people.accept(str(code), NOON))
                for code in range(20)
                for each in (database, other)
            )
        )

    assert sorted(map(str, accepted)) == ["None"] * 20 + ["lindelaan"] * 20
