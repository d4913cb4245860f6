"""The postman's round: what arrived is kept, and what goes next is claimed, in one commit."""

from sqlalchemy import event

from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.platforms import FailingPlatform, Round, at_work


async def test_what_arrived_and_what_goes_next_are_one_commit(database: Database, clock: FakeClock) -> None:
    post, commits = Round(database, FailingPlatform(), clock), []
    for chat in ("-1", "-2", "-3"):
        await post.put(await post.chat(chat), f"first {chat}", f"second {chat}")
    event.listen(database.writer.sync_engine, "commit", commits.append)

    async with at_work(post):
        await post.until(lambda: len(post.platform.said) == 6 and not post.postman.is_busy)
        assert len(commits) == 3  # the first are claimed; kept, and the second claimed; kept


async def test_what_arrived_is_kept_while_the_outbox_cannot_be_understood(database: Database, clock: FakeClock) -> None:
    post = Round(database, FailingPlatform(), clock)
    first, second = await post.chat("-1"), await post.chat("-2")
    await post.put(first, "a")

    async with at_work(post):
        await post.until_state("a", "sent")
        await post.put(first, "b")
        await post.put(second, "c")
        await database.write(
            lambda store: store._connection.exec_driver_sql("UPDATE deliveries SET body = '{}' WHERE cause = 'c'")
        )
        await post.until_state("b", "sent")
