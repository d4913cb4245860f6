"""Reading a content file: what is right becomes content, what is wrong is named with its place."""

from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

from messages.content import AtQuietHours, Audience, LeadTime, Order, Source, Translation, Wording
from messages.reply import Place
from messages.street import Contact, QuietHours
from storage.content_file.examined import examine_content, read_content, write_content
from tests.doubles.content_file import EVENT, FAQ, STREET, problems, written

BY_HAND = """\
straatbot: 1
streets:
  - id: lindelaan                  # a-z, 0-9, hyphen; never changes
    name: Lindelaan
    town: Amersfoort
    language: nl
    timezone: Europe/Amsterdam
    quiet_hours: "22:00-07:30"
    tags: [schothorst, koop]
    contact: {name: Henk, note: "straatcontact, bel gerust tot negen uur"}
    weekly_limit: 3
    neighbours_first: PT2M
faqs:
  - id: warmtepomp-geluid
    question: Maakt een warmtepomp veel geluid?
    phrasings: ["hoeveel herrie maakt zo'n ding buiten"]
    keywords: [geluid, herrie, 112, no]
    answer: |
      Bij de erfgrens hoogstens **40 dB**.

      Vraag het {{contact}}.
    translations:
      en: {question: "Is a heat pump noisy?", answer: "At most 40 dB at night …"}
    source: {name: Bbl, url: "https://…", checked_on: 2026-11-01}
    expires_on: 2027-06-01
    streets: [lindelaan]
    tags: [koop]
    private: yes
urgent:
  - id: gaslucht
    triggers: [gaslucht, "ruik gas"]
    answer: "Ramen open. Bel **0800-9009**."
events:
  - id: energiecafe
    title: Energiecafé
    starts_at: 2026-12-10T19:30
    ends_at: 2026-12-10 21:00:00
    repeats: "FREQ=MONTHLY;BYDAY=2TH;UNTIL=20270630"
    text: Loop binnen wanneer je wilt.
    place: {name: De Linde, address: "Lindelaan 1, Amersfoort", lat: 52.18, lon: 5.40}
    announce: ["P2W"]
    reminders: []
    rsvp: {capacity: 30, guests: 2, show_names: false}
announcements:
  - id: tip-van-de-maand
    wordings:
      - "Radiatorfolie kost een tientje."
      - {id: tip-50, text: "Zet je ketel op **50 graden**."}
    tags: [schothorst]
    except: [eikenlaan]
    schedule:
      starts_at: 2027-01-05T19:00
      repeats: "FREQ=MONTHLY;BYDAY=1TU"
      until: 2027-12-31
      times: 3
      order: shuffled
      quiet_hours: drop
      expires_after: PT2H
      paused: false
"""


def test_a_file_by_hand_is_read_as_it_is_meant(tmp_path: Path) -> None:
    content = read_content(written(tmp_path, BY_HAND))
    street, faq = content.streets["lindelaan"], content.faqs["warmtepomp-geluid"]
    event, tip = content.events["energiecafe"], content.announcements["tip-van-de-maand"]
    assert str(street.quiet_hours) == "22:00-07:30"
    assert street.neighbours_first == timedelta(minutes=2)
    assert street.contact == Contact(name="Henk", note="straatcontact, bel gerust tot negen uur")
    assert faq.keywords == ("geluid", "herrie", "112", "no")
    assert faq.answer == "Bij de erfgrens hoogstens **40 dB**.\n\nVraag het {{contact}}."
    assert faq.translations == {"en": Translation(question="Is a heat pump noisy?", answer="At most 40 dB at night …")}
    assert faq.source == Source(name="Bbl", url="https://…", checked_on=date(2026, 11, 1))
    assert faq.audience == Audience(streets=("lindelaan",), tags=("koop",))
    assert faq.private
    assert content.urgent["gaslucht"].triggers == ("gaslucht", "ruik gas")
    assert event.starts_at == datetime.fromisoformat("2026-12-10T19:30")
    assert event.ends_at == datetime.fromisoformat("2026-12-10T21:00")
    assert event.place == Place("De Linde", "Lindelaan 1, Amersfoort", 52.18, 5.4)
    assert (event.announce, event.reminders) == ((LeadTime(days=14),), ())
    assert tip.wordings[1] == Wording(id="tip-50", text="Zet je ketel op **50 graden**.")
    assert tip.audience == Audience(tags=("schothorst",), excluded=("eikenlaan",))
    assert (tip.schedule.order, tip.schedule.quiet_hours) == (Order.SHUFFLED, AtQuietHours.DROP)
    assert tip.schedule.expires_after == timedelta(hours=2)


def test_a_file_by_hand_comes_back_the_same_from_an_export(tmp_path: Path) -> None:
    content = read_content(written(tmp_path, BY_HAND))
    exported = write_content(content)
    again = read_content(written(tmp_path, exported, "export.yaml"))
    assert again == content
    assert write_content(again) == exported


def test_an_export_reads_as_if_written_by_hand(tmp_path: Path) -> None:
    exported = write_content(read_content(written(tmp_path, BY_HAND)))
    assert '    quiet_hours: "22:00-07:30"\n    tags: [schothorst, koop]\n' in exported
    assert "    answer: |\n      Bij de erfgrens hoogstens **40 dB**.\n\n      Vraag het" in exported
    assert '    starts_at: 2026-12-10T19:30\n    ends_at: 2026-12-10T21:00\n    repeats: "FREQ=' in exported
    assert '    announce: ["P14D"]\n    reminders: []\n' in exported
    assert "    except: [eikenlaan]\n    schedule:\n      starts_at: 2027-01-05T19:00\n" in exported
    assert "      expires_after: PT2H\n" in exported
    assert "paused" not in exported


def test_every_problem_of_every_file_is_told_in_order(tmp_path: Path) -> None:
    wrong = f"{EVENT}    ends_at: 2026-12-10T19:00\n    place: {{name: L, lat: 99}}\n    kleur: x\n"
    wrong += "    streets: [weg]\n"
    written(tmp_path, wrong, "b.yaml")
    written(tmp_path, f"{FAQ}    private: misschien\n", "a/vragen.yml")
    assert [problem.split(": ")[0] for problem in problems(tmp_path)] == [
        "a/vragen.yml:6",
        "b.yaml:6",
        "b.yaml:7",
        "b.yaml:8",
        "b.yaml:9",
    ]


def test_a_text_with_three_mistakes_is_told_three_times(tmp_path: Path) -> None:
    told = problems(written(tmp_path, f"{EVENT}    text: '{{{{a}}}} {{{{b}}}} [c](d)'\n"))
    assert len(told) == 3


def test_a_folder_is_read_as_one_and_hidden_files_are_not(tmp_path: Path) -> None:
    written(tmp_path, f"{FAQ}    streets: [lindelaan]\n", "vragen/geluid.YAML")
    written(tmp_path, STREET, "straten.yml")
    written(tmp_path, "name: ci\n", ".github/workflows/ci.yml")
    written(tmp_path, "no content", "README.md")
    content = read_content(tmp_path)
    assert (list(content.streets), list(content.faqs)) == (["lindelaan"], ["geluid"])


def test_an_id_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    written(tmp_path, STREET, "a.yaml")
    written(tmp_path, STREET, "b.yaml")
    message = "this id is also at a.yaml:3: give one of the two another id"
    assert problems(tmp_path) == [f"b.yaml:3: street lindelaan: {message}"]


def test_one_id_may_serve_two_kinds(tmp_path: Path) -> None:
    text = f"{FAQ}urgent:\n  - id: geluid\n    triggers: [knal]\n    answer: Bel 112.\n"
    assert read_content(written(tmp_path, text)).urgent["geluid"].answer == "Bel 112."


def test_a_street_of_an_unreadable_file_is_not_called_unknown(tmp_path: Path) -> None:
    written(tmp_path, f"{FAQ}    streets: [lindelaan]\n", "a.yaml")
    written(tmp_path, "straatbot: 1\nx: 'y\n", "b.yaml")
    assert problems(tmp_path) == ["b.yaml:2: a quote is opened here and never closed"]


def test_a_street_with_a_mistake_in_it_is_not_called_unknown_as_well(tmp_path: Path) -> None:
    text = f"{STREET}    weekly_limit: -1\nfaqs:\n  - {{id: a, question: Q, answer: A, streets: [lindelaan]}}\n"
    assert len(problems(written(tmp_path, text))) == 1


def test_a_street_of_the_store_may_be_named(tmp_path: Path) -> None:
    file = written(tmp_path, f"{FAQ}    streets: [lindelaan]\n")
    assert read_content(file, frozenset({"lindelaan"})).faqs["geluid"].audience.streets == ("lindelaan",)
    assert 'did you mean "lindelan"?' in problems(file, frozenset({"lindelan"}))[0]


def test_one_question_may_have_two_answers_in_two_streets(tmp_path: Path) -> None:
    entry = "  - {{id: a-{0}, question: Waar?, answer: 'Bij {0}.', streets: [{0}]}}\n"
    text = f"{STREET}  - {{id: eik, name: Eik}}\nfaqs:\n{entry.format('lindelaan')}{entry.format('eik')}"
    assert len(read_content(written(tmp_path, text)).faqs) == 2


def test_what_is_odd_but_harmless_is_a_warning(tmp_path: Path) -> None:
    text = (
        f"{STREET}    tags: [huur]\nfaqs:\n  - id: a\n    question: Q\n    answer: Vraag {{{{contact}}}}\n"
        "    tags: [huur, hur]\n    except: [beukenweg]\n"
    )
    examined = examine_content(written(tmp_path, text))
    assert not examined.problems
    assert [str(warning) for warning in examined.warnings] == [
        "content.yaml:7: faq a: says {{contact}}, but lindelaan has no contact: add one",
        'content.yaml:10: faq a: no street has the tag "hur"; did you mean "huur"?',
        'content.yaml:11: faq a: except names the street "beukenweg", which is not here',
    ]


def test_a_street_that_says_nothing_gets_the_language_and_zone_of_the_settings(tmp_path: Path) -> None:
    street = read_content(written(tmp_path, STREET), language="fy", timezone="UTC").streets["lindelaan"]
    assert (street.language, street.timezone) == ("fy", "UTC")
    assert street.quiet_hours == QuietHours(start=clock(21, 30), end=clock(8))


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "content.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    assert read_content(file) == read_content(written(tmp_path, BY_HAND, "unix.yaml"))
