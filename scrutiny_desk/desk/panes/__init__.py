"""The panes of the window, one a file; each is imported and made when it is first gone to."""

from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP

from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.panes.base import Pane

RAIL = (
    ("desk", QT_TRANSLATE_NOOP("Desk", "Desk"), "home"),
    ("documents", QT_TRANSLATE_NOOP("Desk", "Documents"), "files"),
    ("meetings", QT_TRANSLATE_NOOP("Desk", "Meetings"), "calendar-event"),
    ("questions", QT_TRANSLATE_NOOP("Desk", "Questions"), "message-question"),
    ("witnesses", QT_TRANSLATE_NOOP("Desk", "Witnesses"), "user-question"),
    ("undertakings", QT_TRANSLATE_NOOP("Desk", "Undertakings"), "checklist"),
    ("following", QT_TRANSLATE_NOOP("Desk", "Follow-up"), "clock"),
    ("issues", QT_TRANSLATE_NOOP("Desk", "Issues"), "tags"),
    ("briefings", QT_TRANSLATE_NOOP("Desk", "Briefings"), "writing"),
)
RAIL_BELOW = (
    ("preferences", QT_TRANSLATE_NOOP("Desk", "Preferences"), "settings"),
    ("help", QT_TRANSLATE_NOOP("Desk", "Help"), "help"),
)

PANES = {
    "desk": ("desk", "DeskPane"),
    "import": ("importing", "ImportPane"),
    "documents": ("documents", "DocumentsPane"),
    "reader": ("reader", "ReaderPane"),
    "review": ("review", "ReviewPane"),
    "meetings": ("meetings", "MeetingsPane"),
    "meeting": ("meeting", "MeetingPane"),
    "live": ("live", "LivePane"),
    "questions": ("questions", "QuestionsPane"),
    "witnesses": ("witnesses", "WitnessesPane"),
    "witness": ("witness", "WitnessPane"),
    "undertakings": ("undertakings", "UndertakingsPane"),
    "following": ("following", "FollowingPane"),
    "plan": ("plan", "PlanPane"),
    "issues": ("issues", "IssuesPane"),
    "search": ("search", "SearchPane"),
    "briefings": ("briefings", "BriefingsPane"),
    "packs": ("packs", "PacksPane"),
    "template": ("template", "TemplatePane"),
    "rules": ("rules", "RulesPane"),
    "preferences": ("preferences", "PreferencesPane"),
    "help": ("help", "HelpPane"),
}
"""Every pane by its name: its module and class."""


def make(name: str, context: Context) -> Pane:
    """A new pane of this name."""
    module, kind = PANES[name]
    made: Pane = getattr(import_module(f"scrutiny_desk.desk.panes.{module}"), kind)(context)
    return made
