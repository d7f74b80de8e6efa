"""Each document opens where it was left, and undo knows nothing of it."""

from scrutiny_desk.services import history, left_off
from scrutiny_desk.store import create_library, open_library


def test_a_place_is_kept_for_each_document_and_over_a_restart(tmp_path):
    path = tmp_path / "place.scrutiny"
    with create_library(path) as library:
        assert left_off.of(library, 1) == 0
        left_off.keep(library, 1, 40)
        left_off.keep(library, 2, 7)
        left_off.keep(library, 1, 41)
        assert history.undo_label(library) is None
    with open_library(path) as library:
        assert (left_off.of(library, 1), left_off.of(library, 2)) == (41, 7)
    with open_library(path, read_only=True) as library:
        left_off.keep(library, 1, 99)
        assert left_off.of(library, 1) == 41
