"""The words by which a sentence asks for a thing, notes an action or takes leave, as the walk listens for them."""

import re

from scrutiny_desk.recognition.telltales import Rule, telltale

ACTION = telltale("action")
ACTION_NOTE = re.compile(r"[\[(]\s*Action\b|ACTION\b|Actions?\s*:", re.I)
REQUEST = Rule(
    r"\b(?:asked|requested)\s+(?:that|for|if)\b|\brequested\b|\bsuggested\b",
    re.I,
    parts=("asked", "requested", "suggested"),
)
THING_ASKED = Rule(
    r"\b(?:asked|requested|queried|wondered)\b[^.;?]*\b(?:could|might|would|to|be)\s+(?:also\s+)?(?:be\s+)?"
    r"(?:provide|circulate|share|send|sent|shared|circulated|provided|supply|supplied|see|have|report|bring|brought|"
    r"made available|arrange|arranged|look|check|write)\b",
    re.I,
    words=("asked", "requested", "queried", "wondered"),
)
PARTING = Rule(
    r"\b(?:was|were)\s+thanked\s+for\b|\bthanked\b[^.;]{3,90}\bfor\s+(?:attending|coming|(?:his|her|their)\s+"
    r"(?:attendance|presentation|time|report|update|contribution))\b|\bleft\s+the\s+(?:meeting|room|chamber)\b|"
    r"\b[Tt]here\s+being\s+no\s+(?:further|other|more)\b",
    words=("thanked", "left", "being"),
)
