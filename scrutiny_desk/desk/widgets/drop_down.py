"""A drop-down list that says where it shows less than it holds: a long name ends in dots, and is whole in its tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip


class DropDown(QComboBox):
    """A QComboBox whose present choice is shortened with dots where it has not the room; its tip then has it whole."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as a combo box does, with the words shortened to the room there is."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_words()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def shown_words(self) -> str:
        """The words of the present choice as they are painted."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - icon - 2)

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a shortened choice as its tip, where it has no tip of its own."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.shown_words() != self.currentText():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)
