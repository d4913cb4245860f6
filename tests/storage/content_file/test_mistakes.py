"""What can be wrong with streets, FAQ entries, urgent answers and texts, and how it is told."""

from pathlib import Path

import pytest

from tests.doubles.content_file import EVENT, FAQ, STREET, assert_told_once, written

URGENT = "straatbot: 1\nurgent:\n  - id: gas\n    triggers: [gas]\n    answer: Naar buiten.\n"

MISTAKES = [
    (f"{STREET}  - Eikenlaan\n", 5, "street #2: must be keys with their values: begin it with '- id:'"),
    ("straatbot: 1\nstreets:\n  - name: A\n", 3, "street #1: id is missing: add it"),
    (
        "straatbot: 1\nstreets:\n  - name: A\n    id: Café Laan\n",
        4,
        'street Café Laan: id "Café Laan" may only hold a-z, 0-9 and hyphens, such as "cafe-laan"',
    ),
    (
        f"straatbot: 1\nstreets:\n  - id: {'a' * 65}\n    name: A\n",
        3,
        "id is longer than 64 characters: make it shorter",
    ),
    ("straatbot: 1\nstreets:\n  - id: a\n", 3, "street a: name is missing: add it"),
    (
        "straatbot: 1\nstreets:\n  - id: a\n    name:\n",
        4,
        "street a: name is empty: write something there, or leave the line out",
    ),
    (f"{STREET}    naam: X\n", 5, 'street lindelaan: unknown key "naam"; did you mean "name"?'),
    (f"{STREET}    name: X\n", 5, "street lindelaan: name is already in line 4: keep one of the two"),
    (f"{STREET}    town: [a]\n", 5, "town must be text; put it between quotes if it holds a colon"),
    (f"{STREET}    town: 'In {{{{street}}}}'\n", 5, "town cannot hold a placeholder: write it out"),
    (f"{STREET}    language: Nederlands\n", 5, '"Nederlands" is not a language code: write nl, en or pt-BR'),
    (f"{STREET}    timezone: Europe/Amsterdm\n", 5, 'not a time zone; did you mean "Europe/Amsterdam"?'),
    (f"{STREET}    timezone: 7\n", 5, '"7" is not a time zone: write it as Europe/Amsterdam'),
    (f"{STREET}    quiet_hours: 21:30\n", 5, '"21:30" is not a span of time: write "21:30-08:00", or "none"'),
    (f"{STREET}    quiet_hours: 21:30-24:30\n", 5, '"21:30-24:30" is not a span of time'),
    (
        f"{STREET}    quiet_hours: 08:00-08:00\n",
        5,
        'ends as it begins: write "none" if there are no quiet hours',
    ),
    (f"{STREET}    quiet_hours: off\n", 5, '"off" is not a span of time: write "21:30-08:00", or "none"'),
    (f"{STREET}    quiet_hours:\n", 5, "quiet_hours is empty: write something there, or leave the line out"),
    (f"{STREET}    tags: koop\n", 5, 'tags must be a list, such as [one, two], not "koop"'),
    (f"{STREET}    tags:\n      - koop\n      -\n", 7, "tags number 2 is empty: write something there"),
    (f"{STREET}    contact: Henk\n", 5, 'contact must hold keys of its own, indented under it, not "Henk"'),
    (f"{STREET}    contact:\n      note: bel\n", 5, "contact.name is missing: add it"),
    (
        f"{STREET}    contact:\n      name: H\n      telefoon: 06\n",
        7,
        'unknown key "telefoon" in contact: take it out; the keys are name, note',
    ),
    (
        f"{STREET}    contact:\n      name: H\n      name: I\n",
        7,
        "street lindelaan: name is already in line 6",
    ),
    (f"{STREET}    weekly_limit: -1\n", 5, "weekly_limit must be 0 or more, not -1"),
    (f"{STREET}    weekly_limit: drie\n", 5, 'weekly_limit must be a whole number, not "drie"'),
    (f"{STREET}    weekly_limit: 1.5\n", 5, 'weekly_limit must be a whole number, not "1.5"'),
    (f"{STREET}    neighbours_first: 90\n", 5, 'neighbours_first "90" is not a duration: write P2W (weeks)'),
    (f"{STREET}    neighbours_first: -PT1M\n", 5, 'neighbours_first "-PT1M" is negative'),
    (f"{STREET}    neighbours_first: PT2H\n", 5, "neighbours_first is longer than an hour"),
    (
        f"{STREET}  - id: lindelaan\n    name: X\n",
        5,
        "this id is also at content.yaml:3: give one of the two another id",
    ),
    ("straatbot: 1\nfaqs:\n  - id: a\n    question: Q\n", 3, "faq a: answer is missing: add it"),
    ("straatbot: 1\nfaqs:\n  - id: a\n    answer: Q\n", 3, "faq a: question is missing: add it"),
    (
        "straatbot: 1\nfaqs:\n  - id: a\n    question: ' '\n    answer: B\n",
        4,
        "faq a: question is empty: write something there",
    ),
    (f"{FAQ}    phrasings: [een, '']\n", 6, "phrasings number 2 is empty: write something there"),
    (f"{FAQ}    private: misschien\n", 6, 'private must be true or false, not "misschien"'),
    (f"{FAQ}    expires_on: 1 juni\n", 6, '"1 juni" is not a date: write it as 2027-06-01'),
    (f"{FAQ}    expires_on: 2027-02-30\n", 6, '"2027-02-30" is not in the calendar: check the numbers'),
    (
        f"{FAQ}    source: {{name: Bbl, url: 'ftp://x'}}\n",
        6,
        '"ftp://x" is not a web address: begin it with https://',
    ),
    (f"{FAQ}    source: {{name: Bbl, url: 'https://[x'}}\n", 6, "is not a web address"),
    (
        f"{FAQ}    source: {{name: Bbl, checked_on: 2026-11-01}}\n    expires_on: 2026-10-01\n",
        7,
        "expires_on is before source.checked_on: one of the two is wrong",
    ),
    (
        f"{FAQ}    translations: {{Engels: {{answer: Yes}}}}\n",
        6,
        'translations.Engels "Engels" is not a language code',
    ),
    (
        f"{FAQ}    translations:\n      en: {{question: Noisy?}}\n",
        7,
        "translations.en.answer is missing: add it",
    ),
    (
        f"{FAQ}    translations:\n      en: {{anwser: Yes, answer: No}}\n",
        7,
        'unknown key "anwser" in translations.en; did you mean "answer"?',
    ),
    (f"{FAQ}    status: draft\n", 6, 'faq geluid: unknown key "status"'),
    (
        f"{FAQ}    streets: [lindelan]\n",
        6,
        'unknown street "lindelan": add it under streets, or take it out here',
    ),
    (
        f"{STREET}faqs:\n  - id: a\n    question: Q\n    answer: A\n    streets:\n      - lindelan\n",
        10,
        'faq a: unknown street "lindelan"; did you mean "lindelaan"?',
    ),
    (
        f"{STREET}faqs:\n  - id: a\n    question: Q\n    answer: A\n    except: [lindelan]\n",
        9,
        'faq a: unknown street "lindelan"; did you mean "lindelaan"?',
    ),
    (
        f"{FAQ}  - id: b\n    question: herrie\n    answer: Ja.\n",
        7,
        "faq b: asks the same question as geluid (content.yaml:3): make them one, or part their streets",
    ),
    (
        'straatbot: 1\nfaqs:\n  - id: a\n    question: Q\n    answer: "a\\0b"\n',
        5,
        "answer holds the control character U+0000",
    ),
    (
        f"straatbot: 1\nfaqs:\n  - id: a\n    question: Q\n    answer: {'a' * 4097}\n",
        5,
        "answer is 4097 characters long, more than the 4096 that fit: make it shorter",
    ),
    (
        "straatbot: 1\nfaqs:\n  - id: a\n    question: Q\n    answer: Vraag {{straat}}\n",
        5,
        "answer holds the unknown placeholder {{straat}}; did you mean {{street}}?",
    ),
    (
        f"{FAQ}    translations: {{en: {{answer: 'Call {{{{phone}}}}'}}}}\n",
        6,
        "holds the unknown placeholder {{phone}}; those that are filled: {{street}}, {{contact}}, {{town}}",
    ),
    (f"{EVENT}    text: Bij {{{{contact}} thuis\n", 6, "text holds {{ without its other half"),
    (
        f"{EVENT}    text: '[klik](javascript:alert(1))'\n",
        6,
        'text has a link to "javascript:alert(1": begin the address of a link with https://',
    ),
    (f"{EVENT}    text: '[klik](www.linde.nl)'\n", 6, 'text has a link to "www.linde.nl"'),
    ("straatbot: 1\nurgent:\n  - id: gas\n    answer: Weg.\n", 3, "urgent gas: triggers is missing: add it"),
    (
        "straatbot: 1\nurgent:\n  - id: gas\n    triggers: []\n    answer: Weg.\n",
        4,
        "triggers is empty: write at least one",
    ),
    (f"{URGENT}    trigger: x\n", 6, 'urgent gas: unknown key "trigger"; did you mean "triggers"?'),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_once_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    assert_told_once(written(tmp_path, text), line, message)
