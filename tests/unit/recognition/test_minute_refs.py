"""References to minutes, items, pages and paragraphs."""

import pytest

from scrutiny_desk.recognition.minute_refs import minute_refs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(minute 32 refers)", [("minute", "32")]),
        ("(At 6.9) It was reported", [("minute", "6.9")]),
        ("Minute No. 12/23 and agenda item 5", [("minute", "12/23"), ("item", "5")]),
        ("page 9, paragraph 3.2", [("page", "9"), ("paragraph", "3.2")]),
        ("the minutes were signed", []),
    ],
)
def test_references(text, found):
    assert [(r.kind, r.number) for r in minute_refs(text)] == found
