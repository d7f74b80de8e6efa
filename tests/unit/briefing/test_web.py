"""The briefing as a web page."""

import re
import zipfile
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

from lxml import etree

from scrutiny_desk.briefing import plain, web, word


class Words(HTMLParser):
    """The words of a page, and its tags in order."""

    def __init__(self, page):
        super().__init__()
        self.words, self.tags, self._style = [], [], False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._style = tag in ("style", "title")

    def handle_endtag(self, tag):
        self._style = False

    def handle_data(self, data):
        if not self._style:
            self.words += data.split()


def test_it_says_what_the_text_says(briefing):
    names = {"Question:", "Asked", "What", "Status:", "Due:", "by:", "said:", "was"}
    underlines = {word for word in plain.text(briefing).split() if set(word) <= {"-", "="}}
    assert set(plain.text(briefing).split()) - underlines - names <= set(Words(web.page(briefing)).words)


def test_headings_tables_and_languages_are_marked(briefing):
    tags = Words(web.page(briefing)).tags
    assert tags[0] == ("html", {"lang": "en-GB"})
    assert [tag for tag, _ in tags if tag in ("h1", "h2", "h3")][:4] == ["h1", "h2", "h2", "h3"]
    assert ("th", {"scope": "col"}) in tags
    assert ("span", {"lang": "cy-GB"}) in tags


def test_what_looks_like_html_stays_words(briefing):
    assert "&lt;less&gt;" in web.page(briefing)
    assert "“A &amp; B”" in web.page(briefing)


def test_nothing_is_fetched_from_elsewhere(briefing):
    for tag, attributes in Words(web.page(briefing)).tags:
        assert tag not in ("script", "link", "img", "iframe")
        assert not {"src", "href"} & set(attributes)


def test_with_footnotes_sources_are_numbered_and_stand_at_the_foot(briefing):
    shown = web.body(briefing, footnotes=True, paged=True)
    marks = re.findall(r"<sup>(\d+)</sup>", shown)
    notes = re.findall(r"<p>(\d+) [^<]+\.</p>", shown.split('<div class="notes">', 1)[1])
    assert marks == notes == [str(number) for number in range(1, len(marks) + 1)]
    assert len(marks) > 4
    assert 'class="source"' not in shown
    assert "[Overview" not in shown


def test_footnotes_are_those_that_word_writes(briefing):
    shown = web.body(briefing, footnotes=True)
    with zipfile.ZipFile(BytesIO(word.document_bytes(briefing, footnotes=True))) as parcel:
        root = etree.fromstring(parcel.read("word/footnotes.xml"))
    theirs = ["".join(note.itertext()).strip() for note in root if "".join(note.itertext()).strip()]
    ours = [
        unescape(re.sub(r"<[^>]+>", "", note)).split(" ", 1)[1]
        for note in re.findall(r'<p id="note-\d+">(.*?)</p>', shown)
    ]
    assert ours == theirs


def test_on_paper_each_page_has_its_own_footnotes_before_the_next_begins(briefing):
    long = replace(briefing, sections=briefing.sections * 8)
    shown = web.body(long, footnotes=True, paged=True)
    sheets = shown.split('<p class="page">')
    assert len(sheets) > 2
    for sheet in sheets:
        text, _, foot = sheet.partition('<div class="notes">')
        assert re.findall(r"<sup>(\d+)</sup>", text) == re.findall(r"<p>(\d+) ", foot)


def test_as_a_page_of_its_own_each_note_leads_to_its_place_and_back(briefing):
    shown = web.page(briefing, footnotes=True)
    for number in re.findall(r'id="note-(\d+)"', shown):
        assert f'<sup id="mark-{number}"><a href="#note-{number}">' in shown
        assert f'<a href="#mark-{number}">' in shown
