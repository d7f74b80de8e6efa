"""The briefing as a web page."""

from html.parser import HTMLParser

from scrutiny_desk.briefing import plain, web


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
