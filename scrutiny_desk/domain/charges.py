"""Whose an answer is: a person in a post of an organisation, and the post itself once the person has left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in a post of an organisation from a day until a day (ISO; None where not known or not over).

    `shown_by` are the words a person gave for how it is known.
    """

    id: int
    person_id: int
    post: str | None
    organisation: str | None
    since: str | None
    until: str | None
    shown_by: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """Who owes a thing from a day on. Without a person the post owes it, and the program asks to whom it passes.

    `kind` is "question", "undertaking" or "action", `row_id` its number; `name` the person's; `latest` whether
    nothing came after it.
    """

    id: int
    kind: str
    row_id: int
    person_id: int | None
    name: str | None
    post: str | None
    organisation: str | None
    since: str
    reason: str
    latest: bool

    @property
    def words(self) -> str:
        """Who owes it, in words: "Ada Quill, Head of Roads, Saltmere Council", or the post alone."""
        return ", ".join(filter(None, (self.name, self.post, self.organisation)))
