"""The register's figures as a briefing: each chart as a picture, with the words that tell the same."""

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Line, Section
from scrutiny_desk.services import charts
from scrutiny_desk.services.briefing_facts import Facts
from scrutiny_desk.services.briefing_following import Parts
from scrutiny_desk.store import questions
from scrutiny_desk.store.queries.spans import spans


def figures(facts: Facts, committee: str | None) -> Parts:
    """A section for each chart that has anything to show; only what this circulation may hold is counted."""
    found = spans(facts.db, committee=committee)
    loaded = questions.load(facts.db, [span.question_id for span in found])
    seen = {question.id for question in facts.standing(loaded)}
    held = charts.made(facts.db, [span for span in found if span.question_id in seen], facts.today, facts.owner)
    sections: list[Section | None] = [
        Section(chart.title, (Line(chart.note),) if chart.note else (), numbered=False, chart=chart)
        for chart in held
        if any(value for bar in chart.bars for value in bar.values)
    ]
    if not sections:
        sections = [Section(wording.QUESTIONS, (Line(wording.NOTHING_RECORDED),), numbered=False)]
    return committee or "", [(wording.COMMITTEE, committee)], sections
