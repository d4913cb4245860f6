"""One id follows a thing through the logs."""

from messages.trace import trace

DIGEST = "0123456789abcdef0123456789abcdef"


def test_all_that_one_thing_heard_led_to_has_one_id() -> None:
    causes = [f"heard:telegram:{DIGEST}", f"forward:heard:telegram:{DIGEST}", f"lost:heard:telegram:{DIGEST}:12"]

    assert {trace(cause) for cause in causes} == {"0123456789"}


def test_all_that_one_moment_led_to_has_one_id() -> None:
    assert trace("occurrence:12:1") == trace("occurrence:12:2")
    assert trace("occurrence:12:1") != trace("occurrence:13:1")


def test_it_cannot_be_turned_back() -> None:
    assert "lindelaan" not in trace("link:lindelaan:20261201:4")
