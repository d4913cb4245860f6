"""How a question finds its entry: pure scoring, behind one small interface.

`Understanding` is built from the content and reads a message; whatever does the scoring, the rest of the
house sees only a `Reading`. `LexicalUnderstanding` does it by words and letters.
"""

from messages.understanding.decision import LexicalUnderstanding
from messages.understanding.reading import Candidate, Outcome, Reading, Understanding

__all__ = ["Candidate", "LexicalUnderstanding", "Outcome", "Reading", "Understanding"]
