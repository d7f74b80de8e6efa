"""One window a library: the first to open it writes, a second shows it for reading only."""

import os
from pathlib import Path
from typing import IO


class Claim:
    """A held claim; it ends with `release`, or with the program, however that ends."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file: IO[bytes] | None = file

    def release(self) -> None:
        """Let another window have the library. Releasing twice does no harm."""
        if self._file is None:
            return
        if os.name != "nt":  # Windows does not remove a file that is open
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None
        self._path.unlink(missing_ok=True)


def claim(library: Path) -> Claim | None:
    """Claim a library for this window; None while another window has it. Raises OSError in a read-only folder."""
    path = library.with_name(f".{library.name}.window")
    while True:
        file = path.open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            return None
        if _is_there(path, file):
            return Claim(path, file)
        file.close()  # the window before us let go and removed it between our opening and our locking


def _is_there(path: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


if os.name == "nt":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
