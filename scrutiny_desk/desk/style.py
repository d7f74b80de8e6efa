"""The style sheet that follows from a theme; everything it does not say is left to Fusion and the palette."""

from string import Template

from scrutiny_desk.desk.icons import coloured_file
from scrutiny_desk.desk.palettes import roles
from scrutiny_desk.desk.theme import Theme

LIVE = (22, 34)
"""The question before the committee: 22 px at 100% but never under 34, so that at large text the keys are in sight."""
_BASE = Template("""
QMainWindow, QDialog, QWidget[look="ground"], QStackedWidget { background: $ground; }
QWidget[look="panel"] { background: $panel; }
QWidget[look="bar"] { background: $panel; border-bottom: 1px solid $line; }
QWidget[look="foot"] { background: $panel; border-top: 1px solid $line; }
QWidget[look="inspector"] { background: $panel; border-left: 1px solid $line; }
QFrame[look="card"] { background: $panel; border: 1px solid $line; border-radius: ${p8}px; }
QFrame[look="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="quote"] { border: none; border-left: ${p4}px solid $line; }
QFrame[look="warning"] { background: $due_ground; border: 1px solid $due; border-radius: ${p6}px; }
QFrame[look="trouble"] { background: $late_ground; border: 1px solid $late; border-radius: ${p6}px; }
QFrame[look="notice"] { background: $accent_ground; border: 1px solid $accent; border-radius: ${p6}px; }
QLabel { background: transparent; color: $ink; }
QLabel[look="title"] { font-size: ${p25}px; font-weight: 600; }
QLabel[look="title-short"] { font-size: ${p20}px; font-weight: 600; }
QLabel[look="heading"] { font-size: ${p17}px; font-weight: 600; }
QLabel[look="label"] { font-size: ${p14}px; font-weight: 600; color: $soft; }
QLabel[look="live"] { font-size: ${live}px; font-weight: 600; }
QLabel[look="live-soft"] { font-size: ${p19}px; color: $soft; }
QLineEdit[look="live"] { font-size: ${p19}px; min-height: ${p40}px; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="soft"] { color: $soft; }
QLabel[look="small"] { color: $soft; font-size: ${p13}px; }
QLabel[look="plain-small"] { font-size: ${p13}px; }
QLabel[look="figure"] { font-size: ${p30}px; font-weight: 600; }
QLabel[look="serif"] { font-family: "$serif"; font-size: ${p16}px; }
QLabel[tone="late"] { background: $late_ground; color: $late; }
QLabel[tone="due"] { background: $due_ground; color: $due; }
QLabel[tone="good"] { background: $good_ground; color: $good; }
QLabel[tone="quiet"] { background: $quiet_ground; color: $quiet; }
QLabel[tone="accent"] { background: $accent_ground; color: $accent; }
QLabel[look="chip"] { border-radius: ${p9}px; padding: ${p2}px ${p8}px; font-size: ${p13}px; font-weight: 600; }
QLabel[look="key"] { background: $ground; border: 1px solid $edge; border-radius: ${p4}px; padding: 0 ${p6}px;
    font-size: ${p12}px; font-weight: 600; color: $soft; }
QToolTip { background: $panel; color: $ink; border: 1px solid $edge; padding: ${p4}px; }
""")

_BUTTONS = Template("""
QPushButton { background: $panel; color: $accent; border: 1px solid $edge; border-radius: ${p6}px;
    padding: ${p6}px ${p13}px; font-weight: 600; min-height: ${p24}px; }
QPushButton:hover { background: $accent_ground; }
QPushButton:pressed { background: $accent_ground; border-color: $accent; }
QPushButton:disabled { color: $edge; border-color: $line; background: transparent; }
QPushButton:focus { border: 2px solid $focus; padding: ${q6}px ${q13}px; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:hover { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $ink; padding: ${q6}px ${q13}px; }
QPushButton[primary="true"]:disabled { background: $quiet_ground; color: $quiet; border-color: $line; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; padding: ${p2}px ${p4}px;
    text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $focus; padding: ${q2}px ${q4}px; }
QPushButton[look="card"] { background: $panel; border: 1px solid $line; border-radius: ${p8}px; color: $ink;
    text-align: left; padding: ${p16}px; font-weight: 400; }
QPushButton[look="card"]:hover { border-color: $accent; }
QPushButton[look="card"]:focus { border: 2px solid $focus; }
QPushButton[look="rail"] { background: $rail_button; color: $on_rail_button; border: 1px solid $rail_button; }
QPushButton[look="rail"]:focus { border: 2px solid $rail_ink; padding: ${q6}px ${q13}px; }
QPushButton[compact="true"] { padding: ${p2}px ${p8}px; font-size: ${p13}px; }
QPushButton[compact="true"]:focus { padding: ${q2}px ${q8}px; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton::menu-indicator { image: none; width: 0; }
QCheckBox, QRadioButton { spacing: ${p8}px; padding: ${p2}px; min-height: ${p24}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator, QTreeWidget::indicator {
    width: ${p16}px; height: ${p16}px; border: 1px solid $edge;
    background: $panel; }
QCheckBox::indicator, QListWidget::indicator, QTreeWidget::indicator { border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${p9}px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked, QTreeWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $panel; border: ${p5}px solid $accent; width: ${p8}px; height: ${p8}px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; border-radius: ${p4}px; padding: 0; }
""")

_FIELDS = Template("""
QLineEdit, QComboBox, QPlainTextEdit, QTextEdit[look="field"], QDateEdit, QSpinBox {
    background: $panel; color: $ink; border: 1px solid $edge; border-radius: ${p6}px;
    padding: ${p4}px ${p10}px; min-height: ${p24}px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit[look="field"]:focus, QDateEdit:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: ${q4}px ${q10}px; }
QLineEdit[look="bare"] { border: none; background: transparent; padding: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${p24}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($chevron); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView { background: $panel; color: $ink; border: 1px solid $edge; outline: none;
    selection-background-color: $accent_ground; selection-color: $ink; padding: ${p4}px; }
QComboBox QAbstractItemView::item { min-height: ${p30}px; padding: 0 ${p6}px; }
QTextEdit, QTextBrowser { background: $panel; color: $ink; border: none; selection-background-color: $accent;
    selection-color: $on_accent; }
QTextEdit[look="page"]:focus { border: 2px solid $focus; border-radius: ${p8}px; }
QTextEdit[look="page"] { border: 2px solid transparent; border-radius: ${p8}px; background: $panel; }
QProgressBar { background: $accent_ground; border: none; border-radius: ${p4}px; max-height: ${p8}px;
    min-height: ${p8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p4}px; }
QMenu { background: $panel; color: $ink; border: 1px solid $edge; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p12}px; border-radius: ${p4}px; min-height: ${p24}px; }
QMenu::item:selected { background: $accent_ground; color: $ink; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px; }
""")

_LISTS = Template("""
QAbstractItemView { outline: none; }
QTableView, QTreeView, QListView { background: transparent; border: none; selection-background-color: $accent_ground;
    selection-color: $ink; }
QTableView[look="list"], QTreeView[look="list"], QListView[look="list"] { border: 2px solid transparent;
    border-radius: ${p6}px; }
QTableView[look="list"]:focus, QTreeView[look="list"]:focus, QListView[look="list"]:focus { border: 2px solid $focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; border-bottom: 1px solid $edge; color: $soft;
    font-size: ${p13}px; font-weight: 600; padding: ${p6}px ${p8}px; text-align: left; }
QHeaderView::section:hover { color: $ink; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: ${p12}px; height: ${p12}px; }
QHeaderView::down-arrow { image: url($down); }
QHeaderView::up-arrow { image: url($up); }
QTableCornerButton::section { background: transparent; border: none; }
QTreeView[look="list"]::item { min-height: ${p28}px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $ink; border: none; border-bottom: 3px solid transparent;
    padding: ${p8}px ${p4}px; margin-right: ${p14}px; min-height: ${p24}px; }
QTabBar::tab:selected { color: $ink; border-bottom: 3px solid $accent; font-weight: 600; }
QTabBar::tab:hover { border-bottom: 3px solid $edge; }
QTabBar::tab:focus { background: $accent_ground; border-bottom: 3px solid $focus; }
QTabBar::tab:selected:focus { border-bottom: 3px solid $focus; background: $accent_ground; }
QTabBar::scroller { width: ${p56}px; }
QTabBar QToolButton { background: $panel; border: 1px solid $edge; border-radius: ${p4}px; }
QTabBar QToolButton::left-arrow { image: url($left); }
QTabBar QToolButton::right-arrow { image: url($right); }
QScrollArea, QScrollArea > QWidget > QWidget { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: ${p14}px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: ${p4}px; min-height: ${p30}px;
    margin: ${p2}px ${p3}px; }
QScrollBar:horizontal { background: transparent; height: ${p14}px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: ${p4}px; min-width: ${p30}px;
    margin: ${p3}px ${p2}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_ground; }
""")


def sheet(theme: Theme) -> str:
    """The whole style sheet for a theme; lengths named p8 are 8 px at 100%, q8 one pixel less for a thicker border."""
    values = {role: getattr(theme.colours, role) for role in roles()}
    for length in range(1, 61):
        values[f"p{length}"] = str(theme.px(length))
        values[f"q{length}"] = str(max(0, theme.px(length) - 1))
    values["live"] = str(max(theme.px(LIVE[0]), LIVE[1]))
    values["serif"] = theme.family(serif=True)
    values["chevron"] = coloured_file("chevron-down", "soft")
    values["left"] = coloured_file("chevron-left", "ink")
    values["right"] = coloured_file("chevron-right", "ink")
    values["down"] = coloured_file("chevron-down", "soft")
    values["up"] = coloured_file("chevron-up", "soft")
    values["tick"] = coloured_file("check", "on_accent")
    return "".join(part.substitute(values) for part in (_BASE, _BUTTONS, _FIELDS, _LISTS))
