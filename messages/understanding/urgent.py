"""Whether a message tells of danger, through typing errors, inflection and words written apart."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping

from messages.content import UrgentAnswer
from messages.understanding.circumstances import Circumstances, circumstances_of
from messages.understanding.dangers import kinds_in
from messages.understanding.harmless import is_harmless
from messages.understanding.hearing import Hearing
from messages.understanding.triggers import dangers_of, triggers_of, words_to_hear

Places = Mapping[str, list[float]]


class UrgentTriggers:
    """Finds the urgent answer that a message calls for; `familiar` words are no typing errors of others."""

    def __init__(self, urgent: Iterable[UrgentAnswer], familiar: Iterable[str] = ()) -> None:
        answers = tuple(urgent)
        self._triggers = triggers_of(answers)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for place, trigger in enumerate(self._triggers):
            for word in trigger.rarest:
                self._by_word[word].append(place)
        self._hearing = Hearing(words_to_hear(self._triggers), familiar)
        self._answers = [(danger, answer.id) for answer in answers for danger in dangers_of(answer)]

    def find(self, text: str, among: Container[str] | None = None) -> str | None:
        """The id of the urgent answer that `text` calls for; of several the one of which most is told."""
        return self.called_for(self.hear(text), among)

    def hear(self, text: str) -> Places:
        return self._hearing.places(text) if self._triggers else {}

    def called_for(self, places: Places, among: Container[str] | None = None) -> str | None:
        likely = sorted({place for word in places for place in self._by_word.get(word, ())})
        fired = Counter(
            trigger.answer
            for trigger in (self._triggers[place] for place in likely)
            if (among is None or trigger.answer in among) and trigger.fires(places)
        )
        return fired.most_common(1)[0][0] if fired else None

    def about(self, among: Container[str] | None = None) -> dict[str, str]:
        """For each danger that an urgent answer is about the id of the first that is."""
        told = reversed(self._answers)
        return {danger: answer for danger, answer in told if among is None or answer in among}

    def rather(self, told: str, danger: str | None, among: Container[str] | None = None) -> str:
        """The answer about `danger`, unless `told` is about it as well or none is."""
        if danger is None or (danger, told) in self._answers:
            return told
        return self.about(among).get(danger, told)

    def is_harmless(self, text: str, answer: str, *, addressed: bool) -> bool:
        """Whether it is plainly no danger of those that `answer` is about; one of an organiser's own always is."""
        about = [danger for danger, one in self._answers if one == answer]
        return bool(about) and all(is_harmless(text, one, self._is_told, addressed=addressed) for one in about)

    def _is_told(self, text: str) -> bool:
        return self.find(text) is not None

    def is_about_dangers(self, answer: str | None = None) -> bool:
        """Whether an answer, or one of all, is about a danger that is known of; others go by their triggers alone."""
        return any(answer in (None, known) for _, known in self._answers)

    def kinds(self, places: Places) -> list[bool]:
        """Of each kind of words of danger whether one is heard."""
        return kinds_in(places)

    def circumstances(self, text: str) -> Circumstances:
        """What is said around the words of danger."""
        return circumstances_of(text, self._hearing.meant)
