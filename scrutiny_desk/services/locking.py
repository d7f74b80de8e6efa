"""A passphrase on the library: there is no way in without it, and whoever sets one is told so before."""

from scrutiny_desk.store.locking import SHORTEST, forget, is_locked, lock, remove, unlock, was_unlocked

__all__ = ["SHORTEST", "WARNING", "forget", "is_locked", "lock", "remove", "unlock", "was_unlocked"]

WARNING = "A lost passphrase cannot be recovered by anybody: without it everything in the library is lost."
