"""The reader: a document as text with its findings marked, opened at a passage from anywhere."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from scrutiny_desk.desk import words
from scrutiny_desk.desk.actions import keys_of
from scrutiny_desk.desk.context import Context, Place
from scrutiny_desk.desk.panes.base import header
from scrutiny_desk.desk.panes.body import Body
from scrutiny_desk.desk.panes.deeds import FindingDeeds
from scrutiny_desk.desk.panes.document_menu import DocumentMenu
from scrutiny_desk.desk.panes.guide import Guide
from scrutiny_desk.desk.readings import Copy, Joined, Reading, joined, name_of
from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.widgets.empty import EmptyState
from scrutiny_desk.desk.widgets.inspector import flow
from scrutiny_desk.desk.widgets.lesson_line import LessonLine
from scrutiny_desk.desk.widgets.parts import button, label, leading_icon
from scrutiny_desk.desk.widgets.passage_view import Lit
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.blocks import Span
from scrutiny_desk.domain.changes import Change, Kind
from scrutiny_desk.domain.documents import DocumentKind
from scrutiny_desk.domain.sources import Review
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.domain.undertakings import DecisionKind
from scrutiny_desk.services import left_off, reviewing, tagging
from scrutiny_desk.services.changed import Changed

ADDED = (
    ("Question", Kind.QUESTIONS, reviewing.add_question, {}),
    ("Undertaking", Kind.UNDERTAKINGS, reviewing.add_undertaking, {}),
    ("Decision", Kind.DECISIONS, reviewing.add_decision, {"kind": DecisionKind.AGREED}),
    ("Action", Kind.ACTIONS, reviewing.add_action, {}),
)
LETTER = "Does it answer a question? Mark the words that do and press {key}: the open questions they fit are offered."


class ReaderPane(FindingDeeds):
    """Shows one document. A mark that is chosen is told of in the inspector; marked words can become a finding."""

    register = "documents"
    concerns = (Kind.QUESTIONS, Kind.UNDERTAKINGS, Kind.DECISIONS, Kind.ACTIONS, Kind.TAGS, Kind.DOCUMENTS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._place = Place("reader")
        self._lit: tuple[Kind, int] | None = None
        self._opening = False
        self._at: tuple[int, int] | None = None
        self.review = button(tr("Review"), self._go_review, icon_name="list-search")
        self._shown = "text"
        self.pages = button(tr("Show the pages"), self.do_pages, icon_name="file-type-pdf", key=keys_of("pages"))
        self.more = button(tr("More"), icon_name="dots")
        self.more.setMenu(DocumentMenu(context, self.more, lambda: self.content.reading, self._chosen_spans))
        head, self._title, self._under = header("", " ", self.pages, self.more, self.review)
        self._under.setVisible(True)
        self.find = QLineEdit()
        self.find.setPlaceholderText(f"{tr('Find in this document')} ({keys_of('filter')})")
        self.find.setAccessibleName(tr("Find in this document"))
        leading_icon(self.find, "search")
        self.find.setMinimumWidth(theme.px(250))
        self._hits: list[Span] = []
        self._hit = 0
        self._tally = label("", "small", wrap=False)
        self.add = button(tr("Add as…"), icon_name="plus", compact=True)
        self.add.setMenu(self._adding())
        self.tag = button(tr("Tag words"), self._tag_passage, icon_name="tag", compact=True)
        smaller, larger = (
            button("A–", lambda: self._zoom(-0.15), compact=True),
            button("A+", lambda: self._zoom(0.15), compact=True),
        )
        smaller.setAccessibleName(tr("Smaller type in this document"))
        larger.setAccessibleName(tr("Larger type in this document"))
        self.tools = flow([self.find, self._tally, self.add, self.tag, smaller, larger], 8)
        self.content = Body(context)
        self.gone = EmptyState("file-text", tr("This document is not in the library"), "")
        self.gone.hide()
        self.lesson = LessonLine(self.do_rule)
        for part in (head, self.tools, self.lesson):
            self.body.addWidget(part)
        self.body.addWidget(self.content, 1)
        self.body.addWidget(self.gone, 1)
        self.content.loaded.connect(self._loaded)
        self.content.failed.connect(self._missing)
        self.content.chosen.connect(self._choose)
        self.content.page.copyAvailable.connect(self._marked)
        self.content.page.moved_to.connect(self._remember)
        self.find.textChanged.connect(self._search)
        self.find.returnPressed.connect(self._next_hit)
        self._marked(False)

    def _chosen_spans(self) -> tuple[Span, ...]:
        return tuple(self.content.page.chosen_spans())

    def _adding(self) -> QMenu:
        menu = QMenu(self.add)
        for name, kind, service, more in ADDED:
            menu.addAction(tr(name), lambda kind=kind, service=service, more=more: self._add(kind, service, more))
        menu.addSeparator()
        menu.addAction(tr("Reply to a question…"), self.do_reply)
        return menu

    # --- showing

    def show_place(self, place: Place) -> None:
        """Open the document the place names, at its finding or block."""
        self._place = place
        self._lit = place.finding
        self.leave()
        self._opening = self.content.reading is None or self.content.reading.document.id != place.id
        if self._opening:
            self.lesson.leave()
        if place.id is not None:
            self.content.load(place.id)

    def refresh(self, _change: Change) -> None:
        """Fetch the marks again."""
        self._place = Place("reader", id=self._place.id)
        self.content.reload()

    def first_focus(self) -> QWidget:
        """The page."""
        return self.content.page

    def _loaded(self, reading: Reading) -> None:
        self.gone.hide()
        self.content.show()
        document = reading.document
        self._title.setText(name_of(document))
        parts = [tr(words.DOCUMENT_WORDS[document.kind]), words.day(document.date), document.file_name]
        if document.pages:
            parts.append(words.count(document.pages, "page", "pages"))
        parts.append(tr(words.CLASS_WORDS[document.classification]))
        self._under.setText(" · ".join(parts))
        waiting = reading.to_review()
        self.review.setText(f"{tr('Review')} {waiting}" if waiting else tr("Review"))
        self.review.setAccessibleName(self.review.text())
        self.pages.setVisible(document.format == "pdf")
        if not self.content.light(self._lit, go=self._place.finding is not None):
            if self._place.block is not None:
                self.content.go_to(self._place.block)
            elif self._place.finding is None and self._opening and reading.left_off:
                self.content.page.go_to(reading.left_off)
        self._opening = False
        if self._place.words and self._place.block is not None:
            self._light_words(self._place.block, self._place.words)
        if self._lit:
            self.tell(*self._lit)
        else:
            self.told.emit(self._guide(document.notices, ()))
            library, number = self.context.library, document.id
            self.context.jobs.read(self, lambda: joined(library, number), self._tell_copies, key="copies")
        self._place = Place("reader", id=document.id)
        self.abilities.emit()

    def _guide(self, notices: tuple[str, ...], found: tuple[Copy, ...], *waiting: int) -> QWidget:
        reading = self.content.reading
        if reading is not None and reading.document.kind is DocumentKind.CORRESPONDENCE:
            notices = (tr(LETTER).replace("{key}", keys_of("reply")), *notices)
        made = Guide(notices, found, *waiting)
        made.placing.connect(self._settle)
        made.settling.connect(self._settle_readings)
        made.row.connect(self._show_changed)
        made.wanted.connect(lambda span: self.content.page.light([Lit(span)]))
        made.other.connect(lambda other: self.context.go(Place("reader", id=other)))
        return made

    def _settle(self) -> None:
        from scrutiny_desk.desk.dialogs.placing import PlacingDialog

        if (reading := self.content.reading) is not None:
            PlacingDialog(self.window(), self.context, reading.document.id).show()

    def _settle_readings(self) -> None:
        from scrutiny_desk.desk.dialogs.beside import BesideDialog

        if (reading := self.content.reading) is not None:
            BesideDialog(self.window(), self.context, reading.document.id).show()

    def _tell_copies(self, found: Joined) -> None:
        reading = self.content.reading
        if self._lit is None and reading is not None and reading.document.id == found.document_id:
            self.told.emit(self._guide(reading.document.notices, found.copies, found.unplaced, found.beside))

    def _missing(self, trouble: Trouble) -> None:
        self.content.hide()
        self.gone.say(trouble.sentence, trouble.remedy)
        self.gone.show()

    def _choose(self, key: tuple[Kind, int]) -> None:
        self._lit = key
        self.content.light(key, go=False)
        self.tell(*key)

    def _show_changed(self, one: Changed) -> None:
        """Go to a finding that another version tells otherwise; to that version, where this one has it not."""
        key, reading = (one.kind, one.row_id), self.content.reading
        if reading is not None and reading.finding(key) is not None:
            self.content.light(key, go=True)
            self._choose(key)
        else:
            self.context.go(Place("reader", id=one.other_document_id, finding=key))

    def _remember(self, block: int) -> None:
        if self.content.reading is not None and not self._opening:
            self._at = (self.content.reading.document.id, block)

    def leave(self) -> None:
        """Keep the place one has read to, so that the document opens there again."""
        if self._at is not None:
            library, (document, block) = self.context.library, self._at
            self._at = None
            self.context.jobs.write(self.context.jobs, lambda: left_off.keep(library, document, block))

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere keeps the place."""
        super().hideEvent(event)
        self.leave()

    # --- deeds

    def chosen(self) -> tuple[Kind, list[int]]:
        """The mark that is lit."""
        return (self._lit[0], [self._lit[1]]) if self._lit else (Kind.QUESTIONS, [])

    def deeds(self) -> tuple[str, ...]:
        """What can be done with any finding; its passage is open already."""
        return super().deeds()

    def able(self) -> frozenset[str]:
        """What can be done with the lit mark and the marked words."""
        always = {"filter", "next_mark", "previous_mark", "pages"}
        marked = {"add", "reply"} if self.content.page.textCursor().hasSelection() else set()
        marked |= {"rule"} if self.lesson.about else set()
        return (super().able() | always | marked) - {"open_passage"}

    def do_correct(self) -> None:
        """Correct it where one reviews."""
        if self._lit and self.content.reading:
            self.context.go(Place("review", id=self.content.reading.document.id, finding=self._lit))

    def do_filter(self) -> None:
        """Go to the find field."""
        self.find.setFocus()
        self.find.selectAll()

    def do_add(self) -> None:
        """Say what the marked words are."""
        self.add.showMenu()

    def do_reply(self) -> None:
        """Attach the marked words as a reply to the questions they answer."""
        from scrutiny_desk.desk.dialogs.receiving import ReplyDialog

        spans, reading = self.content.page.chosen_spans(), self.content.reading
        if spans and reading:
            ReplyDialog(self.context, self, reading.document.id, spans).open()

    def do_next_mark(self) -> None:
        """Light the next mark."""
        self._step(1)

    def do_previous_mark(self) -> None:
        """Light the mark before."""
        self._step(-1)

    def do_pages(self) -> None:
        """Show the text, then the document's own pages, then both side by side."""
        if self.content.has_pages():
            order = ("text", "pages", "both")
            self._shown = order[(order.index(self._shown) + 1) % 3]
            self.content.show_as(self._shown)
            said = {"text": tr("Show the pages"), "pages": tr("Text and pages"), "both": tr("Only the text")}
            self.pages.setText(said[self._shown])

    def do_tag(self) -> None:
        """Tag the marked words, else the lit question."""
        if self.content.page.chosen_spans():
            self._tag_passage()
        else:
            super().do_tag()

    def _step(self, by: int) -> None:
        reading = self.content.reading
        if reading is None:
            return
        keys = [found.key for found in reading.found if found.review is not Review.REJECTED and found.spans]
        if keys:
            at = keys.index(self._lit) + by if self._lit in keys else (0 if by > 0 else -1)
            self._lit = keys[at % len(keys)]
            self.content.light(self._lit)
            self.tell(*self._lit)

    def _marked(self, there: bool) -> None:
        self.add.setEnabled(there)
        self.tag.setEnabled(there)
        self.abilities.emit()

    def _add(self, kind: Kind, service, more: dict) -> None:  # noqa: ANN001 - one of `ADDED`
        spans, reading, library = self.content.page.chosen_spans(), self.content.reading, self.context.library
        if spans and reading:
            document = reading.document.id
            done = lambda made: self._added(kind, made[0], reading.document.body)  # noqa: E731
            self.context.jobs.write(self, lambda: service(library, document, spans, **more), done)

    def _added(self, kind: Kind, number: int, council: str | None) -> None:
        self.lesson.offer(kind, number, "added", council)
        cursor = self.content.page.textCursor()
        cursor.clearSelection()
        self.content.page.setTextCursor(cursor)

    def _tag_passage(self) -> None:
        from scrutiny_desk.desk.dialogs.tagging import TagDialog

        spans, reading, library = self.content.page.chosen_spans(), self.content.reading, self.context.library
        if spans and reading:
            document = reading.document.id

            def tag(issues: list[int]) -> None:
                self.context.jobs.write(self, lambda: tagging.tag_passage(library, issues, document, spans))

            TagDialog(self.context, self, tag).open()

    def _go_review(self) -> None:
        if self.content.reading:
            self.context.go(Place("review", id=self.content.reading.document.id))

    def _zoom(self, by: float) -> None:
        if self._shown != "pages":
            self.content.page.set_zoom(self.content.page.zoom + by)
            self.content.light(self._lit, go=False)
        if self._shown != "text" and self.content.pages is not None:
            self.content.pages.set_zoom(self.content.pages.zoom + by)

    # --- finding words

    def _search(self, text: str) -> None:
        reading, wanted = self.content.reading, text.strip().casefold()
        self._hits, self._hit = [], -1
        if reading is not None and len(wanted) > 1:
            for block in reading.blocks:
                low, at = block.text.casefold(), -1
                while len(low) == len(block.text) and (at := low.find(wanted, at + 1)) >= 0:
                    self._hits.append(Span(block.order, at, at + len(wanted)))
        self.content.page.show_found(self._hits)
        self._tally.setText(words.count(len(self._hits), "place", "places") if wanted else "")
        if self._hits:
            self._next_hit()

    def _light_words(self, order: int, wanted: str) -> None:
        """Light the words that brought one here, in their paragraph."""
        reading = self.content.reading
        at = reading.blocks[order].text.casefold().find(wanted.casefold()) if reading else -1
        if at >= 0:
            self.content.page.light([Lit(Span(order, at, at + len(wanted)))], go=False)

    def _next_hit(self) -> None:
        if self._hits:
            self._hit = (self._hit + 1) % len(self._hits)
            self.content.page.go_to(self._hits[self._hit].block)
            self._tally.setText(f"{self._hit + 1} {tr('of')} {words.count(len(self._hits), 'place', 'places')}")
            self.find.setFocus()
