"""The id under which the logs follow one thing from hearing it to the receipt; it betrays nothing."""

import re
from hashlib import sha256

LENGTH = 10

# What was heard is named by a keyed hash of its id (see storage.heard), and all that is said because of it names that.
_DIGEST = re.compile(r"\b[0-9a-f]{32}\b")


def trace(cause: str) -> str:
    """The same for all that was made by one thing heard, or by one moment that came due."""
    found = _DIGEST.search(cause)
    if found:
        return found[0][:LENGTH]
    return sha256(":".join(cause.split(":")[:2]).encode()).hexdigest()[:LENGTH]
