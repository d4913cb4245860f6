"""Whoever asks while the content changes is answered at once, from what was known before."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from bot import understanding
from bot.library import Library
from bot.settings import SettingsError, UnderstandingBy
from bot.understanding import announce, maker_of
from messages.content import Content, FAQEntry
from messages.understanding import LexicalUnderstanding, Understanding
from messages.understanding.encoder import Encoder, installed, is_installed
from tests.doubles.patience import until


def _content(question: str) -> Content:
    return Content(faqs={"vraag": FAQEntry(id="vraag", question=question, answer="Ja.")})


def test_nobody_waits_while_a_new_understanding_is_made() -> None:
    library = Library(by=UnderstandingBy.LEXICAL)
    before, after = _content("Wat kost een warmtepomp?"), _content("Welke pannen heb ik nodig?")
    library.read("", before, None, addressed=True)
    making, go_on = threading.Event(), threading.Event()

    def slowly(content: Content) -> Understanding:
        making.set()
        go_on.wait(10)
        return LexicalUnderstanding(content.faqs.values(), ())

    library._make = slowly
    changing = threading.Thread(target=library.read, args=("pannen", after, None), kwargs={"addressed": True})
    changing.start()
    making.wait(10)
    meanwhile = library.read("wat kost een warmtepomp?", after, None, addressed=True)
    go_on.set()
    changing.join()

    assert meanwhile.confidence > 0.5
    assert library.read("welke pannen heb ik nodig?", after, None, addressed=True).confidence > 0.5
    assert library.read("wat kost een warmtepomp?", after, None, addressed=True).confidence < 0.5


async def test_who_is_first_to_ask_does_not_wait_until_all_is_understood_by_meaning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.library.by_meaning", lambda by: True)
    library, content = Library(by=UnderstandingBy.LEXICAL), _content("Wat kost een warmtepomp?")
    go_on, made = threading.Event(), threading.Event()

    def slowly(content: Content) -> Understanding:
        go_on.wait(20)
        made.set()
        return LexicalUnderstanding((), ())

    library._make = slowly
    by_words = library.read("wat kost een warmtepomp?", content, None, addressed=True)

    assert by_words.confidence > 0.5
    assert not made.is_set()
    go_on.set()
    await until(lambda: library.read("wat kost een warmtepomp?", content, None, addressed=True).confidence < 0.5)


async def test_at_a_start_words_alone_are_read_in_before_the_encoder_takes_the_processor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.library.by_meaning", lambda by: True)
    library, content, order = Library(by=UnderstandingBy.LEXICAL), _content("Wat kost een warmtepomp?"), []

    def made(name: str, content: Content) -> Understanding:
        order.append(name)
        return LexicalUnderstanding(content.faqs.values(), ())

    library._make = partial(made, "by meaning")
    monkeypatch.setattr("bot.library.by_words", lambda content, language: made("by words", content))
    library.prepare(content)

    assert order == ["by words", "by meaning"]
    assert library._words is None  # nobody needs it any more


def test_who_asks_while_words_are_first_read_in_waits_for_that_and_does_not_read_them_in_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library, content = Library(by=UnderstandingBy.LEXICAL), _content("Wat kost een warmtepomp?")
    made, making = [], threading.Event()

    def slowly(content: Content) -> Understanding:
        making.set()
        time.sleep(0.1)
        made.append(LexicalUnderstanding(content.faqs.values(), ()))
        return made[-1]

    library._make = slowly
    monkeypatch.setattr("bot.library.by_words", lambda content, language: slowly(content))
    with ThreadPoolExecutor(1) as threads:
        reading_in = threads.submit(library.prepare, content)
        making.wait(10)
        library.read("wat kost een warmtepomp?", content, None, addressed=True)
        reading_in.result()

    assert len(made) == 1


def test_when_it_cannot_be_made_words_alone_are_understood_and_it_is_not_tried_at_every_message(
    caplog: pytest.LogCaptureFixture,
) -> None:
    library, tried = Library(by=UnderstandingBy.LEXICAL), []

    def failing(content: Content) -> Understanding:
        tried.append(content)
        raise AttributeError("another edition of the encoder")

    library._make = failing
    before, after = _content("Wat kost een warmtepomp?"), _content("Welke pannen heb ik nodig?")

    for _ in range(2):
        assert library.read("wat kost een warmtepomp?", before, None, addressed=True).confidence > 0.5
    assert library.read("welke pannen heb ik nodig?", after, None, addressed=True).confidence > 0.5

    assert tried == [before, after]
    assert [record.action for record in caplog.records if record.levelname == "ERROR"] == ["understanding"] * 2  # type: ignore[attr-defined]


def test_without_the_encoder_words_alone_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.understanding.is_installed", lambda: False)

    assert isinstance(maker_of(UnderstandingBy.AUTO)(_content("Wat?")), LexicalUnderstanding)
    with pytest.raises(SettingsError, match="UNDERSTANDING"):
        maker_of(UnderstandingBy.ENCODER)


def test_it_is_said_at_start_by_what_messages_are_understood(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger="bot.understanding")

    announce(UnderstandingBy.LEXICAL)

    assert caplog.messages == ["messages are understood by words alone: UNDERSTANDING=lexical"]


@pytest.mark.skipif(not is_installed(), reason="the encoder is not installed")
def test_who_begin_at_the_same_moment_share_one_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def slowly() -> Encoder:
        loaded.append(1)
        time.sleep(0.1)
        return installed()

    monkeypatch.setattr("bot.understanding.installed", slowly)
    understanding._studio.cache_clear()
    make = maker_of(UnderstandingBy.ENCODER)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(make, [_content("Wat kost een warmtepomp?"), _content("Welke pannen heb ik nodig?")]))

    assert len(loaded) == 1
