"""The look in force: one palette, one text size, and the fonts and lengths that follow from them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication

from scrutiny_desk.desk.palettes import PALETTES, Palette

BASE = 15
SANS = ("Segoe UI", "SF Pro Text", "Noto Sans", "Inter", "DejaVu Sans")
SERIF = ("Noto Serif", "Georgia", "Cambria", "DejaVu Serif")
SIZES = (100, 110, 125, 150, 175, 200)


class Theme(QObject):
    """Colours, fonts and lengths; `changed` says that all of them may differ now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Palette = PALETTES["light"]
        self.percent = 100
        self._families: dict[tuple[str, ...], str] = {}
        self._fonts: dict[tuple[float, bool, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def choose(self, palette: str, percent: int) -> None:
        """Take a palette ("light", "dark", "contrast", "system") and a text size (100 to 200); `look` puts them on."""
        self.colours = PALETTES.get(palette) or PALETTES[_of_system()]
        self.percent = max(100, min(200, int(percent)))
        self._fonts, self._colours = {}, {}

    def px(self, length: float) -> int:
        """A length drawn at 100% in pixels, at the present text size."""
        return round(length * self.percent / 100)

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(getattr(self.colours, role))
        return found

    def font(self, size: float = BASE, *, strong: bool = False, serif: bool = False) -> QFont:
        """A font of `size` pixels at 100%; the same object each time, not to be changed."""
        found = self._fonts.get((size, strong, serif))
        if found is None:
            found = self._fonts[size, strong, serif] = self._make_font(size, strong=strong, serif=serif)
        return found

    def _make_font(self, size: float, *, strong: bool, serif: bool) -> QFont:
        font = QFont(self.family(serif=serif))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def family(self, *, serif: bool = False) -> str:
        """The first family of the preferred ones that this computer has."""
        wanted = SERIF if serif else SANS
        if wanted not in self._families:
            there = set(QFontDatabase.families())
            fallback = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
            self._families[wanted] = next((name for name in wanted if name in there), fallback)
        return self._families[wanted]


def _of_system() -> str:
    hints = QGuiApplication.styleHints()
    return "dark" if hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark else "light"


theme = Theme()
"""The one look of this process."""
