"""Who may do what: organisers everywhere, street contacts in their street; residents are not kept at all."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, or_, select

from messages.street import Person, Platform, Role
from storage.seal import Seal
from storage.sql import insert_once
from storage.tables import invitations, roles

EVERY_STREET = ""

_ROLES = select(roles.c.role).where(
    roles.c.platform == bindparam("platform"), roles.c.person_hash == bindparam("person")
)
_ROLES_IN = _ROLES.where(or_(roles.c.street == bindparam("street"), roles.c.street == EVERY_STREET))


class People:
    def __init__(self, connection: Connection, seal: Seal) -> None:
        self._connection = connection
        self._seal = seal

    def role_of(self, person: Person, street: str | None) -> Role:
        """The highest role that the person has in `street`, or in any street when None."""
        whose = {"platform": person.platform, "person": self._seal.hash(person.id)}
        found = (_ROLES, whose) if street is None else (_ROLES_IN, whose | {"street": street})
        return Role(max(self._connection.scalars(*found), default=Role.RESIDENT))

    def grant(self, person: Person, role: Role, street: str | None, now: datetime) -> bool:
        """Give a role; False when the person had it already."""
        row = {
            "platform": person.platform,
            "person_hash": self._seal.hash(person.id),
            "person": self._seal.close(person.id),
            "role": role,
            "street": street or EVERY_STREET,
            "since": now,
        }
        return bool(self._connection.execute(insert_once(self._connection, roles, row)).rowcount)

    def streets_of(self, person: Person) -> list[str]:
        """The streets that the person is contact of."""
        mine = roles.c.person_hash == self._seal.hash(person.id)
        contact = (roles.c.platform == person.platform, mine, roles.c.role == Role.STREET_CONTACT)
        return list(self._connection.scalars(select(roles.c.street).where(*contact).order_by(roles.c.street)))

    def organisers(self) -> list[Person]:
        return self._people(roles.c.role == Role.ORGANISER)

    def contacts(self, street: str) -> list[Person]:
        return self._people(roles.c.role == Role.STREET_CONTACT, roles.c.street == street)

    def _people(self, *conditions: object) -> list[Person]:
        query = select(roles.c.platform, roles.c.person).where(*conditions).order_by(roles.c.key)  # type: ignore[arg-type]
        return [
            Person(platform=Platform(row.platform), id=self._seal.open(row.person))
            for row in self._connection.execute(query)
        ]

    def mark_of(self, person: Person) -> str:
        """What tells somebody from others, and cannot be turned into who they are."""
        return mark_of(person, self._seal)

    def forget(self, person: Person) -> int:
        """Take all roles away; how many there were."""
        mine = (roles.c.platform == person.platform, roles.c.person_hash == self._seal.hash(person.id))
        return self._connection.execute(delete(roles).where(*mine)).rowcount

    def invite(self, code: str, street: str, expires_at: datetime) -> None:
        """Whoever brings this code before `expires_at` becomes contact of the street, once."""
        row = {"code_hash": self._seal.hash(code), "street": street, "expires_at": expires_at}
        self._connection.execute(insert_once(self._connection, invitations, row))

    def accept(self, code: str, now: datetime) -> str | None:
        """The street that the code invites to; the code is then used up. None: unknown, used or too late."""
        this = invitations.c.code_hash == self._seal.hash(code)
        used = delete(invitations).where(this).returning(invitations.c.street, invitations.c.expires_at)
        row = self._connection.execute(used).one_or_none()
        return row.street if row and row.expires_at > now else None


def mark_of(person: Person, seal: Seal) -> str:
    return seal.hash(f"{person.platform}:{person.id}")
