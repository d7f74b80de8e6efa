"""A briefing as the page it will be, in the colours of the window: the words are the export's own."""

from html import escape

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.drafts import Difference
from scrutiny_desk.services import briefing as briefings


def page(briefing: Briefing, *, footnotes: bool = False) -> str:
    """The briefing as rich text, with a line where each page will begin."""
    return f"<style>{_look()}</style>{briefings.shown(briefing, footnotes=footnotes)}"


def changes(difference: Difference) -> str:
    """What the facts say that the last export did not, and what that one said that no longer holds."""
    parts = [f"<style>{_look()}</style><h1>{escape(tr('What has changed since the last export'))}</h1>"]
    for heading, statements in (
        (tr("New, or reading otherwise now"), difference.new),
        (tr("In the last export, and no longer so"), difference.gone),
    ):
        if statements:
            parts.append(f"<h2>{escape(heading)}</h2>")
            parts += [f"<p>{escape(statement)}</p>" for statement in statements]
    return "".join(parts)


def _look() -> str:
    colours = theme.colours
    return f"""
    h2 {{ margin-top: {theme.px(18)}px; }}
    p {{ margin: {theme.px(6)}px 0; }}
    caption {{ font-weight: bold; text-align: left; }}
    table {{ border-collapse: collapse; margin: {theme.px(8)}px 0; }}
    th {{ background-color: {colours.accent_ground}; color: {colours.ink}; text-align: left; }}
    th, td {{ border: 1px solid {colours.line}; padding: {theme.px(6)}px; vertical-align: top; }}
    .source {{ color: {colours.soft}; font-size: {theme.px(13)}px; }}
    .page {{ color: {colours.soft}; font-size: {theme.px(12)}px; text-align: right;
             background-color: {colours.ground}; margin: {theme.px(14)}px 0; }}
    .notes p {{ color: {colours.soft}; font-size: {theme.px(13)}px; margin: {theme.px(2)}px 0; }}
    .comment {{ margin-left: {theme.px(12)}px; }}
    """
