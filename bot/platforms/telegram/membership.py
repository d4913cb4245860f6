"""What happened to our own place in a chat: https://core.telegram.org/bots/api#chatmemberupdated."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.platforms.telegram.characters import clean_name
from bot.platforms.telegram.said import Account, Json
from messages.incoming import Change, ChatChange, Heard
from messages.street import ChatAddress, ChatKind, Person, Platform


@dataclass(frozen=True, slots=True)
class _Place:
    """What we may do in a chat, from a https://core.telegram.org/bots/api#chatmember."""

    inside: bool
    writes: bool
    overhears: bool

    @classmethod
    def of(cls, member: Json, *, overhears: bool) -> "_Place":
        status = member["status"]
        restricted = status == "restricted"
        inside = status in ("creator", "administrator", "member") or (restricted and member["is_member"])
        return cls(
            inside=inside,
            writes=inside and (not restricted or member["can_send_messages"]),
            overhears=inside and (overhears or status in ("creator", "administrator")),
        )


def membership_changes(member: Json, update_id: int, kind: ChatKind, account: Account) -> list[Heard]:
    """Came or went first, then whether we may write."""
    old = _Place.of(member["old_chat_member"], overhears=account.overhears)
    new = _Place.of(member["new_chat_member"], overhears=account.overhears)
    user = member["from"]
    return [
        ChatChange(
            chat=ChatAddress(Platform.TELEGRAM, str(member["chat"]["id"]), account.bot),
            chat_kind=kind,
            change=change,
            external_id=f"update:{update_id}:{change}",
            heard_at=datetime.fromtimestamp(member["date"], UTC),
            by=Person(platform=Platform.TELEGRAM, id=str(user["id"]), name=clean_name(user["first_name"])),
            title=clean_name(member["chat"].get("title", "")),
            overhears=new.overhears if new.inside and kind is ChatKind.GROUP else None,
        )
        for change in _changes(old, new, kind)
    ]


def _changes(old: _Place, new: _Place, kind: ChatKind) -> list[Change]:
    if old.inside and not new.inside:
        return [Change.LEFT]
    if kind is ChatKind.PRIVATE:  # told only when somebody blocks us, or lets us in again
        return [Change.UNMUTED] if new.inside and not old.inside else []
    changes = [Change.JOINED] if new.inside and not old.inside else []
    if new.inside and not new.writes and (changes or old.writes):
        changes.append(Change.MUTED)
    elif not changes and new.writes and old != new:
        changes.append(Change.UNMUTED)  # also where only our hearing changed: telling it twice does no harm
    return changes
