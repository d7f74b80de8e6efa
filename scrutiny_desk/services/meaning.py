"""Questions that mean much the same though the words differ: offered beside those that hold the words, never sure."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from scrutiny_desk.recognition import meaning
from scrutiny_desk.services.helper import Helper
from scrutiny_desk.store import Library
from scrutiny_desk.store import questions as rows

ENOUGH = 0.25
"""How alike a question must be to be offered; in trials on invented minutes little below was to the point."""
OFFERED = 20
AT_ONCE = 500
"""So many new questions are placed before another thread of Python has its turn."""


def is_there() -> bool:
    """Whether the small model is installed that this needs."""
    return meaning.is_there()


def points(texts: Sequence[str]) -> Any:
    """The point of each text, worked out in this process; None where the model is not installed."""
    model = meaning.model()
    return None if model is None else model.points(texts)


_helper = Helper(points)


def points_apart(texts: Sequence[str]) -> Any:
    """The same, worked out in a child: reading the model takes Python half a second, which no window must wait for."""
    return _helper.ask(list(texts)) if is_there() else None


Points = Callable[[Sequence[str]], Any]


@dataclass(frozen=True, slots=True)
class Known:
    """Questions with their texts, and a point for each; one object, so that threads never see half of it."""

    ids: Sequence[int] = ()
    texts: Sequence[str] = ()
    points: Any = None


class Meanings:
    """Knows the questions of one library by what they mean; what it has learned of a question's text it keeps.

    Any thread may ask; the first time takes a second for each few thousand questions. `points` gives their places.
    """

    def __init__(self, library: Library, points: Points = points) -> None:
        self._library = library
        self._points = points
        self._known = Known()

    def like(self, texts: Sequence[str], *, without: Collection[int] = (), limit: int = OFFERED) -> tuple[int, ...]:
        """The ids of questions that mean much the same as any of these texts, the likest first.

        Those in `without` are left out; none where the model is not installed.
        """
        texts = [text for text in texts if text.strip()]
        if not texts or not is_there():
            return ()
        known = self._learn()
        if not known.ids:
            return ()
        import numpy

        likeness = (known.points @ self._points(texts).T).max(axis=1)
        best = numpy.argsort(-likeness, kind="stable")
        found = []
        for place in best[: limit + len(without)]:
            if likeness[place] < ENOUGH:
                break
            if known.ids[place] not in without:
                found.append(known.ids[place])
        return tuple(found[:limit])

    def like_questions(self, ids: Collection[int], limit: int = OFFERED) -> tuple[int, ...]:
        """The ids of other questions that mean much the same as any of these."""
        with self._library.read() as db:
            texts = dict(rows.texts(db))
        return self.like([texts[row_id] for row_id in ids if row_id in texts], without=frozenset(ids), limit=limit)

    def _learn(self) -> Known:
        """Place the questions that are new or worded anew; the others keep their places."""
        with self._library.read() as db:
            now = rows.texts(db)
        known = self._known
        ids, texts = [row_id for row_id, _text in now], [text for _id, text in now]
        if texts == known.texts and ids == known.ids:
            return known
        import numpy

        place = {text: number for number, text in enumerate(known.texts)}
        fresh = list(dict.fromkeys(text for text in texts if text not in place))
        points = [known.points] if known.texts else []
        points += [self._points(fresh[at : at + AT_ONCE]) for at in range(0, len(fresh), AT_ONCE)]
        place.update((text, len(known.texts) + number) for number, text in enumerate(fresh))
        self._known = Known(ids, texts, numpy.concatenate(points)[[place[text] for text in texts]] if texts else None)
        return self._known
