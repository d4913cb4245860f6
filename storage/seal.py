"""Keeps addresses and what was said unreadable in the database: encrypted, and for an address a hash to find it by."""

import hmac
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256

from cryptography.fernet import Fernet

HASH_LENGTH = 32
MOST_ADDRESSES = 5000
MOST_HASHES = 1000


class Seal:
    """Made from SECRET_KEY; another key finds and reads nothing."""

    def __init__(self, secret: str) -> None:
        self._hash_key = self._derive(secret, b"hash")
        self._fernet = Fernet(urlsafe_b64encode(self._derive(secret, b"address")))
        self.open_address = lru_cache(MOST_ADDRESSES)(self.open)  # the same chats are written to again and again
        self.hash = lru_cache(MOST_HASHES)(self._hash)  # and of each message the same are asked for several times

    @staticmethod
    def _derive(secret: str, purpose: bytes) -> bytes:
        return hmac.digest(secret.encode(), b"straatbot:" + purpose, sha256)

    def _hash(self, text: str) -> str:
        """The same text gives the same 32 hexadecimal digits, which cannot be turned back into it."""
        return hmac.digest(self._hash_key, text.encode("utf-8", "surrogatepass"), sha256).hex()[:HASH_LENGTH]

    def close(self, text: str) -> str:
        return self._fernet.encrypt(text.encode("utf-8", "surrogatepass")).decode()

    def open(self, sealed: str) -> str:
        """Raises cryptography.fernet.InvalidToken when it was sealed with another key."""
        return self._fernet.decrypt(sealed.encode()).decode("utf-8", "surrogatepass")
