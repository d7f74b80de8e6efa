"""Every action once: its name, words, keys and icon. Panes say which they can do; the window calls them by name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from scrutiny_desk.desk.words import tr


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person can do. `always` ones belong to the window, the rest to whichever pane is shown.

    `short` is what a button says where there is little room. The keys of a `local` one work only in the part of the
    window that takes them itself, since others need them: the arrows. `also` are keys that do the same.
    """

    name: str
    words: str
    keys: str
    where: str
    always: bool = False
    short: str = ""
    local: bool = False
    also: str = ""


WINDOW, REVIEW, LISTS, READING, LIVE = "Anywhere", "Reviewing", "In lists", "Reading", "At the meeting"

DEEDS = (
    Deed("search", "Search everything", "Ctrl+K", WINDOW, True),
    Deed("import", "Import papers…", "Ctrl+I", WINDOW, True),
    Deed("export", "Export to Word", "Ctrl+E", WINDOW),
    Deed("undo", "Undo", "Ctrl+Z", WINDOW, True),
    Deed("redo", "Redo", "Ctrl+Shift+Z", WINDOW, True),
    Deed("go_desk", "Desk", "Ctrl+1", WINDOW, True),
    Deed("go_documents", "Documents", "Ctrl+2", WINDOW, True),
    Deed("go_meetings", "Meetings", "Ctrl+3", WINDOW, True),
    Deed("go_questions", "Questions", "Ctrl+4", WINDOW, True),
    Deed("go_witnesses", "Witnesses", "Ctrl+5", WINDOW, True),
    Deed("go_undertakings", "Undertakings", "Ctrl+6", WINDOW, True),
    Deed("go_issues", "Issues", "Ctrl+7", WINDOW, True),
    Deed("go_briefings", "Briefings", "Ctrl+8", WINDOW, True),
    Deed("go_following", "Follow-up", "Ctrl+9", WINDOW, True),
    Deed("review", "Review what was found", "Ctrl+R", WINDOW, True),
    Deed("next_part", "Next part of the window", "F6", WINDOW, True),
    Deed("previous_part", "Part before", "Shift+F6", WINDOW, True),
    Deed("back", "Back", "Esc", WINDOW, True),
    Deed("preferences", "Preferences", "Ctrl+,", WINDOW, True),
    Deed("bigger", "Larger text", "Ctrl++", WINDOW, True, also="Ctrl+="),
    Deed("smaller", "Smaller text", "Ctrl+-", WINDOW, True),
    Deed("help", "Help", "F1", WINDOW, True),
    Deed("keys", "All keys", "Ctrl+/", WINDOW, True),
    Deed("quit", "Close the program", "Ctrl+Q", WINDOW, True),
    Deed("filter", "Filter this list", "Ctrl+F", LISTS),
    Deed("open_passage", "Open the passage", "O", LISTS),
    Deed("answered", "Mark as answered", "A", LISTS, short="Answered"),
    Deed("kept", "Mark as kept", "K", LISTS, short="Kept"),
    Deed("due", "Set a date", "D", LISTS, short="Date"),
    Deed("stand", "Say how it stands", "H", LISTS, short="How it stands"),
    Deed("pass", "Pass it to somebody else", "W", LISTS, short="Pass on"),
    Deed("chase", "Chase it", "L", LISTS, short="Chase"),
    Deed("tag", "Tag with issues", "T", LISTS, short="Tag"),
    Deed("brief", "Brief on this", "B", LISTS, short="Brief"),
    Deed("confirm", "Confirm", "C", REVIEW),
    Deed("correct", "Correct", "E", REVIEW),
    Deed("reject", "Reject", "X", REVIEW),
    Deed("merge", "Merge with the one above", "M", REVIEW),
    Deed("split", "Split", "S", REVIEW),
    Deed("rule", "Make a rule of your correction", "R", REVIEW),
    Deed("next_finding", "Next", "Down", REVIEW, local=True),
    Deed("previous_finding", "The one before", "Up", REVIEW, local=True),
    Deed("add", "Add a finding from the marked words", "N", READING),
    Deed("reply", "Attach the marked words as a reply", "Y", READING),
    Deed("next_mark", "Next mark", "J", READING),
    Deed("previous_mark", "Mark before", "P", READING),
    Deed("pages", "Show the pages", "G", READING),
    Deed("live_answered", "Answered", "1", LIVE, local=True),
    Deed("live_partly", "Part answered", "2", LIVE, local=True),
    Deed("live_promised", "Will write", "3", LIVE, local=True),
    Deed("live_not", "Not answered", "4", LIVE, local=True),
    Deed("live_question", "New question", "Q", LIVE, local=True),
    Deed("live_action", "New action", "A", LIVE, local=True),
    Deed("live_note", "Write a note", "N", LIVE, local=True),
    Deed("live_next", "Next question", "Right", LIVE, local=True),
    Deed("live_previous", "Question before", "Left", LIVE, local=True),
)


ARROWS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→"}


class Actions:
    """A QAction for each deed on one window. `perform` is called with the deed's name."""

    def __init__(self, window: QWidget, perform: Callable[[str], None]) -> None:
        self._actions: dict[str, QAction] = {}
        for deed in DEEDS:
            action = QAction(tr(deed.words), window)
            if not deed.local:
                action.setShortcuts([QKeySequence(keys) for keys in (deed.keys, deed.also) if keys])
            action.setEnabled(deed.always)
            action.triggered.connect(lambda _checked=False, name=deed.name: perform(name))
            window.addAction(action)
            self._actions[deed.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def allow(self, names: frozenset[str]) -> None:
        """Let the pane's deeds of these names be done, and no other pane's."""
        for deed in DEEDS:
            if not deed.always:
                self._actions[deed.name].setEnabled(deed.name in names)


def keys_of(name: str) -> str:
    """The keys of a deed, as the system writes them."""
    deed = next(deed for deed in DEEDS if deed.name == name)
    if deed.keys in ARROWS:
        return ARROWS[deed.keys]
    return QKeySequence(deed.keys).toString(QKeySequence.SequenceFormat.NativeText)
