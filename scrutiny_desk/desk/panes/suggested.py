"""The questions an issue is suggested for: one by one or all together, laid on or refused by a person."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.context import Context
from scrutiny_desk.desk.panes.register import Register
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.parts import button, label
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.issues import Issue
from scrutiny_desk.domain.work import View
from scrutiny_desk.services import suggesting, tables

Found = tuple[list[int], dict[int, str], int]
"""The questions suggested, why each is, and how many rules the issue has."""


class Suggested(QWidget):
    """A register of the suggestions with what can be done with them; `rules` opens the issue's rules."""

    def __init__(self, context: Context, register: Register, rules: Callable[[], None]) -> None:
        super().__init__()
        self._context, self.register = context, register
        self._issue: Issue | None = None
        self._why: dict[int, str] = {}
        self._told = label("", "plain-small")
        self._reason = label("", "plain-small")
        self.take = button(tr("Tag those selected"), lambda: self._take(self._chosen()), icon_name="tag", compact=True)
        self.take_all = button(tr("Tag all"), lambda: self._take(self._all()), compact=True)
        self.refuse = button(tr("Refuse those selected"), lambda: self._refuse(self._chosen()), compact=True)
        self.refuse_all = button(tr("Refuse all"), lambda: self._refuse(self._all()), compact=True)
        self.rules = button(tr("Rules…"), rules, compact=True)
        self._deeds = (self.take, self.take_all, self.refuse, self.refuse_all)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, theme.px(8), 0, 0)
        lay.setSpacing(theme.px(8))
        lay.addWidget(self._told)
        lay.addWidget(register, 1)
        lay.addWidget(self._reason)
        lay.addWidget(flow([*self._deeds, self.rules]), 0, Qt.AlignmentFlag.AlignBottom)
        register.list.chosen.connect(lambda item: self._reason.setText(self._why.get(item, "")))

    def show_for(self, issue: Issue) -> None:
        """Fetch what is suggested for an issue."""
        self._issue = issue
        library, meanings = self._context.library, self._context.meanings
        rows = tables.rows(library, Kind.QUESTIONS)

        def found() -> Found:
            offers = suggesting.waiting(library, issue.id)
            why = {offer.question_id: offer.why for offer in offers}
            tagged = set(rows.ids(View(issue=issue.id)))
            known = tagged | suggesting.settled(library, issue.id) | why.keys()
            holding = [number for number in rows.ids(View(words=issue.name)) if number not in known]
            alike = [number for number in meanings.like_questions(tagged) if number not in {*known, *holding}]
            why |= {number: f"{tr('It holds the name of the issue')}." for number in holding}
            why |= {number: f"{tr('It means much the same as one that is tagged')}." for number in alike}
            return [*(o.question_id for o in offers), *holding, *alike], why, len(suggesting.rules(library, issue.id))

        self._context.jobs.read(self, found, self._take_in, key="suggested")

    def _take_in(self, found: Found | None) -> None:
        if found is None:
            return
        ids, self._why, rules = found
        self.register.model.show_ids(ids)
        if rules:
            said = words.count(rules, "rule of yours", "rules of yours")
            self._told.setText(f"{tr('Suggested by')} {said}, {tr('by its name, and by what means much the same.')}")
        else:
            self._told.setText(tr("Suggested by its name. A rule in your own words finds more: Rules… makes one."))
        for made in self._deeds:
            made.setEnabled(bool(ids))
        if not ids:
            self._reason.setText("")

    def _chosen(self) -> list[int]:
        return self.register.list.chosen_ids()

    def _all(self) -> list[int]:
        return list(self._why)

    def _take(self, ids: list[int]) -> None:
        self._settle(suggesting.accept, ids)

    def _refuse(self, ids: list[int]) -> None:
        self._settle(suggesting.refuse, ids)

    def _settle(self, service: Callable[..., Change], ids: list[int]) -> None:
        library, issue = self._context.library, self._issue
        if ids and issue is not None:
            self._context.jobs.write(self, lambda: service(library, issue.id, ids))
