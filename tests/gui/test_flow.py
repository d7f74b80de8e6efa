"""Parts that wrap, and those that stand in columns."""

import pytest
from PySide6.QtWidgets import QLabel

from scrutiny_desk.desk.widgets.inspector import flow


@pytest.mark.parametrize(("room", "columns"), [(330, 3), (230, 2), (90, 1)])
def test_parts_lined_up_stand_under_one_another_at_one_width(qtbot, room, columns):
    parts = []
    for width in (100, 60, 90, 80, 100, 70, 50):
        part = QLabel("x")
        part.setMinimumSize(width, 20)
        parts.append(part)
    made = flow(parts, lined_up=True)
    qtbot.addWidget(made)
    made.resize(room, made.heightForWidth(room))
    made.show()
    assert len({part.x() for part in parts}) == columns
    for column in range(columns):
        under = parts[column::columns]
        assert len({part.x() for part in under}) == 1 and len({part.y() for part in under}) == len(under)
        assert columns == 1 or len({part.width() for part in under}) == 1
    assert all(part.geometry().right() <= room for part in parts if part.minimumWidth() <= room)
    assert made.heightForWidth(room) >= max(part.geometry().bottom() for part in parts)
