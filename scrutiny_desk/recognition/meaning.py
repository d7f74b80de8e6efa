"""Texts as points, near to one another where they mean much the same: a small model that ships inside a package.

The model is WordLlama's table of 32,000 word pieces, 16 MB, read from the installed package's own files; nothing is
ever fetched. Where the package is not installed `model` is None and nothing else of the program misses it. It knows
English only, and judges by the words' meanings, not by their order.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGES = ("wordllama", "numpy", "safetensors", "tokenizers")
WEIGHTS = "weights/l2_supercat_256.safetensors"
PIECES = "tokenizers/l2_supercat_tokenizer_config.json"
PIECES_OF_A_TEXT = 256
"""Of a longer text the beginning tells what it is about."""


class Meaning:
    """`points` gives each text a row of numbers; the product of two rows is how alike two texts are, 1 at most."""

    def __init__(self, weights: Any, pieces: Any) -> None:
        self._weights = weights
        self._pieces = pieces

    def points(self, texts: Sequence[str]) -> Any:
        """A row for each text; nothing but zeros for one without a word."""
        import numpy

        rows = numpy.zeros((len(texts), self._weights.shape[1]), numpy.float32)
        for number, text in enumerate(self._pieces.encode_batch(list(texts), add_special_tokens=False)):
            if text.ids:
                rows[number] = self._weights[text.ids[:PIECES_OF_A_TEXT]].astype(numpy.float32).mean(axis=0)
        lengths = numpy.linalg.norm(rows, axis=1, keepdims=True)
        return rows / numpy.where(lengths == 0, 1, lengths)


@lru_cache(maxsize=1)
def model() -> Meaning | None:
    """The model, read on first use (half a second, 80 MB of memory); None where its packages are not installed."""
    if (folder := _folder()) is None:
        return None
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_file(str(folder / PIECES))
    pieces.no_padding()
    pieces.no_truncation()
    return Meaning(load_file(str(folder / WEIGHTS))["embedding.weight"], pieces)


def is_there() -> bool:
    """Whether the model could be read; costs nothing."""
    return _folder() is not None


def _folder() -> Path | None:
    if any(find_spec(package) is None for package in PACKAGES):
        return None
    spec = find_spec(PACKAGES[0])
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec is not None else []
    return next((place for place in places if (place / WEIGHTS).is_file() and (place / PIECES).is_file()), None)
