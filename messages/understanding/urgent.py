"""Whether a message tells of danger, through typing errors, inflection and words written apart."""

from collections import Counter
from collections.abc import Container, Iterable

from messages.content import UrgentAnswer
from messages.understanding.hearing import Hearing
from messages.understanding.triggers import triggers_of, words_to_hear


class UrgentTriggers:
    """Finds the urgent answer that a message calls for; `familiar` words are no typing errors of others."""

    def __init__(self, urgent: Iterable[UrgentAnswer], familiar: Iterable[str] = ()) -> None:
        self._triggers = triggers_of(urgent)
        self._hearing = Hearing(words_to_hear(self._triggers), familiar)

    def find(self, text: str, among: Container[str] | None = None) -> str | None:
        """The id of the urgent answer that `text` calls for; of several the one of which most is told."""
        places = self._hearing.places(text) if self._triggers else {}
        if not places:
            return None
        fired = Counter(
            trigger.answer
            for trigger in self._triggers
            if (among is None or trigger.answer in among) and trigger.fires(places)
        )
        return fired.most_common(1)[0][0] if fired else None
