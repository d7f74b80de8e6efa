"""The executive's replies to recommendations, each beside the decision that made one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.store import rows, sources

COLUMNS = (
    "put_to", "received_on", "due", "how", "reply", "replied_on", "reasons", "progress", "progress_on",
    "progress_words",
)  # fmt: skip


def get(db: Database, decision_id: int) -> Response:
    """What is known of the reply to a recommendation; an empty one where nobody has said anything."""
    return load(db, [decision_id]).get(decision_id, Response(decision_id))


def load(db: Database, decision_ids: Sequence[int]) -> dict[int, Response]:
    """The replies to these recommendations, of those that have one, by the number of the decision."""
    found = _responses(db, f"decision_id {rows.IN}", {"ids": rows.id_list(decision_ids)})
    return {response.decision_id: response for response in found}


def everything(db: Database) -> list[Response]:
    """Every reply, in the order they were entered."""
    return _responses(db, "1", {})


def keep(db: Database, response: Response) -> int:
    """Keep what is known of a reply in place of what was known before, its sources too; its id."""
    values = {name: getattr(response, name) for name in COLUMNS}
    values |= {"reply": str(response.reply), "progress": str(response.progress)}
    found = db.execute("SELECT id FROM response WHERE decision_id = ?", [response.decision_id]).fetchone()
    if found is None:
        response_id = rows.insert(db, "response", {"decision_id": response.decision_id, **values})
    else:
        response_id = int(found[0])
        rows.put(db, "response", response_id, values)
    sources.replace(db, "response", response_id, response.sources)
    return response_id


def set_due(db: Database, decision_id: int, due: str | None, how: str) -> None:
    """Set when the reply is due and how that was worked out; all else stays."""
    keep(db, replace(get(db, decision_id), due=due, how=how))


def forget_reply(db: Database, response_id: int) -> None:
    """Take back a reply whose passage has left the library: it is awaited again."""
    rows.put(db, "response", response_id, {"reply": str(Reply.AWAITED), "replied_on": None, "reasons": ""})


def _responses(db: Database, where: str, params: dict[str, Any]) -> list[Response]:
    sql = f"SELECT id, decision_id, {', '.join(COLUMNS)} FROM response WHERE {where} ORDER BY id"
    found = db.execute(sql, params).fetchall()
    passages = sources.load(db, "response", [row[0] for row in found])
    return [
        Response(
            row[1], row[0], *row[2:6], Reply(row[6]), row[7], row[8], Progress(row[9]), row[10], row[11],
            passages.get(row[0], ()),
        )
        for row in found
    ]  # fmt: skip
