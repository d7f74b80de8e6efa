"""Where one is in the window and where one has been."""

from collections.abc import Callable

from scrutiny_desk.desk.context import Place

KEPT = 100


class Navigation:
    """The present place and those before it; `show` is called with every place gone to."""

    def __init__(self, show: Callable[[Place], None]) -> None:
        self._show = show
        self._past: list[Place] = []
        self.here: Place | None = None

    def go(self, place: Place) -> None:
        """Go to a place; going where one is remembers nothing."""
        if self.here is not None and self.here != place:
            self._past = [*self._past, self.here][-KEPT:]
        self.here = place
        self._show(place)

    def back(self) -> bool:
        """Go to the place before; False where there is none."""
        if not self._past:
            return False
        self.here = self._past.pop()
        self._show(self.here)
        return True
