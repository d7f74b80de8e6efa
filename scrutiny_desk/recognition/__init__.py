"""The door of recognition: blocks in, findings out; pure and deterministic, with the words each finding rests on."""

from collections.abc import Sequence
from pathlib import Path

from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.house_rules import HouseRule
from scrutiny_desk.recognition.exchanges import exchanges
from scrutiny_desk.recognition.kept import forget
from scrutiny_desk.recognition.skeleton import skeleton

__all__ = ["recognise"]


def recognise(
    document: ReadDocument,
    style: str | None = None,
    *,
    own_styles: Path | None = None,
    kind: DocumentKind | None = None,
    rules: Sequence[HouseRule] = (),
) -> Findings:
    """Everything recognised in a document.

    `style` names a house style; without it the style is found from the document itself. `own_styles` is a folder of
    the user's own styles, `kind` what a person says the paper is; without it that is told from the paper. Of the
    `rules` a person made, those for the paper's council hold. Raises `Trouble` where the named style is not there or
    one of the files cannot be read.
    """
    try:
        made = skeleton(document, style, own_styles=own_styles, kind=kind, rules=rules)
        questions, undertakings, decisions, actions = exchanges(document, made)
        return Findings(
            kind=made.kind,
            title=made.title,
            meeting=made.meeting,
            items=made.items,
            people=tuple(made.people),
            questions=questions,
            undertakings=undertakings,
            decisions=decisions,
            actions=actions,
            restrictions=made.restrictions,
            classification=made.classification,
            house_style=made.style.name,
        )
    finally:
        forget()
