"""What another process writes into the library is seen in an open window."""

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.services import tagging
from scrutiny_desk.store import open_library


def test_an_issue_added_elsewhere_is_told_once(window, library_file):
    told = []
    window.context.jobs.changed.connect(told.append)
    with open_library(library_file) as other:
        number, _change = tagging.add_issue(other, "From elsewhere")
    window._watch.look()
    assert [change.touched[Kind.ISSUES] for change in told] == [frozenset({number})]
    held = len(tagging.issues(window.context.library))
    assert window.rail.buttons["issues"].accessibleName().endswith(f", {held}")
    window._watch.look()
    assert len(told) == 1
