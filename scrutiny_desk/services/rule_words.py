"""What came of a rule, in sentences for a person."""

from collections.abc import Iterator

from scrutiny_desk.domain.questions import QuestionStatus
from scrutiny_desk.services.rule_trials import Effect, Trial

DOES = {
    "add": "Would be found as well",
    "change": "Would be suggested otherwise",
    "drop": "Would no longer be suggested",
    "capacity": "Would be listed otherwise",
}
"""What a rule would do, as the heading of the things it would do it to, in this order."""
LEFT = "What you have settled stays as it is; nothing else in the library changes."
FIELDS = {
    "asked_by": "asked by",
    "put_to": "put to",
    "answered_by": "answered by",
    "made_by": "made by",
    "capacity": "listed as",
}


def told(trial: Trial) -> Iterator[str]:
    """A rule and its trial, a line each: the rule, how it stands to what was settled, what it would change."""
    yield trial.rule.sentence
    yield standing(trial)
    for against in trial.against:
        yield f"Speaks against it: “{against.words[:200]}” {against.why}"
    for what, heading in DOES.items():
        group = [effect for effect in trial.effects if effect.step.what == what]
        if group:
            yield f"{heading} ({len(group)}):"
        for effect in group:
            yield f"    {effect.paper}: “{effect.step.words[:200]}”{differing(effect)}"
    yield LEFT if trial.effects else "It would change nothing else that is in the library now."


def differing(effect: Effect) -> str:
    """What would be otherwise, each with the words before and after."""
    told = "; ".join(
        f"{FIELDS.get(name, name)}: {_plain(name, before)} → {_plain(name, after)}"
        for name, before, after in effect.step.differs
    )
    return f" ({told})" if told else ""


def _plain(name: str, value: str) -> str:
    if name == "status" and value in list(QuestionStatus):
        return value.replace("_", " ")
    return value.replace("_", " ") if name == "capacity" else value or "nobody"


def standing(trial: Trial) -> str:
    """How a rule stands to what people have settled, and how many papers it concerns."""
    agrees, spoken = len(trial.agrees), len(trial.agrees) + len(trial.against)
    brings = f"With it the program finds {trial.more} more in them and {trial.fewer} fewer."
    papers = (
        f"Its words stand in {trial.fitting} of {trial.papers} {'paper' if trial.papers == 1 else 'papers'}. {brings}"
    )
    if not spoken:
        return papers
    if spoken == 1:
        return f"{papers} It {'agrees with' if agrees else 'contradicts'} the one finding you settled that it touches."
    return f"{papers} It agrees with {agrees} of the {spoken} findings you settled that it touches."


def followed(number: int) -> str:
    """How many suggestions followed when a rule was switched or taken out."""
    return f"{number} {'suggestion' if number == 1 else 'suggestions'} followed."


def written(number: int, left_out: int) -> str:
    """How many rules were written to a file."""
    told = f"{number} {'rule' if number == 1 else 'rules'} written."
    if left_out:
        told += f" {left_out} left out: what taught {'it' if left_out == 1 else 'them'} is held back."
    return told


def taken_in(number: int) -> str:
    """How many rules were new."""
    if not number:
        return "Nothing new: these rules are here already."
    told = f"{number} {'rule' if number == 1 else 'rules'} taken in."
    return f"{told} Papers imported from now on are read by them; read the others again to let them follow."
