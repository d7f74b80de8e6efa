"""What several passes ask of the same text: worked out once a paper, and forgotten with it."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_MOST = 65_536
_all: list[Callable[[], None]] = []


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """The function, each of its answers kept until the paper is read."""
    keeps = lru_cache(maxsize=_MOST)(function)
    _all.append(keeps.cache_clear)
    return keeps


def forget() -> None:
    """Let go of all that was kept for a paper."""
    for clear in _all:
        clear()
