"""Letters as Python counts them and as Qt does, which take two of the rarest for one."""


def units(text: str, count: int) -> int:
    """Python counts characters, Qt counts 16-bit units; they differ beyond the basic plane."""
    return count if text.isascii() else len(text[:count].encode("utf-16-le")) // 2


def characters(text: str, count: int) -> int:
    """How many characters so many of Qt's units are."""
    return (
        min(count, len(text))
        if text.isascii()
        else len(text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore"))
    )
