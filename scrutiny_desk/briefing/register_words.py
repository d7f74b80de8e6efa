"""Fixed words of the tracker and of a question plan; all others are in `wording`."""

from scrutiny_desk.domain.tracker import Column

BIG_QUESTION = "The big question"
TIME_THERE_IS = "Time there is"
TIME_GIVEN = "Given to the questions"
PLANNED = "Questions planned"
OTHER_QUESTIONS = "Other questions"
IF_YES, IF_NO, IF_EVADED = "If yes", "If no", "If it is not answered"
REGISTERS = {
    "question": "Question",
    "undertaking": "Undertaking",
    "action": "Action or information request",
    "decision": "Recommendation",
}
TRACKER_COLUMNS: dict[Column, str] = {
    Column.REF: "Ref",
    Column.REGISTER: "Register",
    Column.MEETING: "Meeting",
    Column.DATE: "Date",
    Column.MINUTE: "Minute",
    Column.ASKED_BY: "Asked by",
    Column.REQUEST: "Request",
    Column.OWNER: "Owner",
    Column.DUE: "Due",
    Column.PROGRESS: "Progress",
    Column.STATUS: "Status",
    Column.SOURCE: "Source",
}


def minutes(number: int) -> str:
    """A length of time: "5 minutes"."""
    return f"{number} minute" if number == 1 else f"{number} minutes"
