"""Troubles of the world, as against faults of ours: a sentence for the person, and a remedy."""


class Trouble(Exception):
    """Something outside the program went wrong, and the person can do something about it.

    `sentence` says what happened and names the file; `remedy` says what to do. Neither holds a traceback, and
    neither holds the text of a document.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["Trouble"], tuple[str, str]]:
        """Lets a trouble travel from the child process that met it."""
        return type(self), (self.sentence, self.remedy)


class UnreadableFile(Trouble):
    """A file that cannot be imported: broken, empty, too large, encrypted or of an unknown kind."""


class LibraryTrouble(Trouble):
    """A library that cannot be opened or written: locked, full, damaged, newer, or not a library at all."""


class LockedLibrary(LibraryTrouble):
    """A library that needs its passphrase, or another one than was given."""


class NotFound(Trouble):
    """Something asked for by name or number that the library does not hold."""
