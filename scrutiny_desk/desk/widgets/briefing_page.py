"""A briefing as the page it will be, in the colours of the window: the words are the export's own."""

from scrutiny_desk.desk.theme import theme
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.services import briefing as briefings

HEADINGS = {"h1": 22, "h2": 18, "h3": 16, "h4": 15}


def page(briefing: Briefing) -> str:
    """The briefing as rich text."""
    shown = briefings.shown(briefing)
    for tag, size in HEADINGS.items():
        # Qt's rich text heeds no size on a heading itself, in a style sheet or beside it.
        sized = f"<{tag}><span style='font-size:{theme.px(size)}px'>"
        shown = shown.replace(f"<{tag}>", sized).replace(f"</{tag}>", f"</span></{tag}>")
    return f"<style>{_look()}</style>{shown}"


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
    .comment {{ margin-left: {theme.px(12)}px; }}
    """
