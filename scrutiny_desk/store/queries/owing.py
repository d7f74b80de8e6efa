"""Conditions for who owes a thing now: a person, a post, an organisation."""

from scrutiny_desk.domain.work import View
from scrutiny_desk.store.queries.rows import OWING, Conditions


def owing_where(noun: str, view: View, conditions: Conditions) -> None:
    """Put in that a "question", "undertaking" or "action" is owed by whom the view names.

    Whom it was passed to owes it, else those it was put to; of these the post at the meeting counts, else the latest
    known.
    """
    conditions.add_if(
        f"""t.id IN (SELECT {noun}_id FROM charge WHERE person_id = :owner AND latest AND {noun}_id IS NOT NULL)
        OR t.id IN (SELECT {noun}_id FROM who WHERE person_id = :owner AND role IN ({OWING[noun]}))
            AND {_not_passed(noun)}""",
        owner=view.owner,
    )
    for place in ("post", "organisation"):
        conditions.add_if(_held_in(noun, place), **{place: getattr(view, place)})


def _held_in(noun: str, place: str) -> str:
    return f"""t.id IN (SELECT {noun}_id FROM charge
            WHERE latest AND {noun}_id IS NOT NULL AND {place} = :{place} COLLATE NOCASE)
        OR EXISTS (SELECT 1 FROM who w JOIN person p ON p.id = w.person_id WHERE w.{noun}_id = t.id
            AND w.role IN ({OWING[noun]}) AND coalesce((SELECT a.{place} FROM appearance a
                WHERE a.person_id = w.person_id AND a.meeting_id = t.meeting_id AND a.{place} IS NOT NULL LIMIT 1),
                p.{place}) = :{place} COLLATE NOCASE)
        AND {_not_passed(noun)}"""


def _not_passed(noun: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM charge c WHERE c.{noun}_id = t.id AND c.latest)"
