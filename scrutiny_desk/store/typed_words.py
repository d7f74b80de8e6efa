"""What a person types into the search field, made into an FTS5 expression that is never a syntax error."""

import re

from scrutiny_desk.store import typed_forms

LONGEST = 1000
MOST_TOKENS = 200
DEEPEST = 8
OPERATORS = ("AND", "OR", "NOT")
_TOKEN = re.compile(r'"([^"]*)"?(\*?)|([()])|([^\s"()]+)')


def expression(typed: str) -> str:
    """The FTS5 expression for words, "phrases", AND OR NOT, brackets and prefix*; empty where nothing can be found.

    Every word is quoted, so that `25/0124`, `O'Connor` and `s.106` are found as they stand. A date, a sum or a
    lettered reference outside quotation marks is found in each form that papers write it in. An operator with
    nothing to join ("NOT FOR PUBLICATION") is looked for as a word. Words side by side must all stand in the block.
    """
    tokens = _tokens(typed.replace("\0", " ")[:LONGEST])
    if not _brackets_match(tokens):
        tokens = [token for token in tokens if token not in ("(", ")")]
    return _Parser(tokens[:MOST_TOKENS]).any_of()


def _tokens(typed: str) -> list[str]:
    """Brackets, operators, and terms ready quoted: one, or in brackets several of which any will do."""
    tokens: list[str] = []
    at = 0
    while found := _TOKEN.search(typed, at):
        forms = typed_forms.at(typed, found.start())
        if forms is not None:
            tokens.append(_joined(" OR ", [f'"{form}"' for form in forms[0]]))
            at = forms[1]
            continue
        at = found.end()
        phrase, phrase_star, bracket, word = found.groups(default="")
        if bracket:
            tokens.append(bracket)
        elif word in OPERATORS:
            tokens.append(word)
        else:
            term = _quoted(word.rstrip("*") or phrase, bool(phrase_star) or word.endswith("*"))
            tokens += [term] if term else []
    return tokens


def _quoted(words: str, prefix: bool) -> str:
    if not any(letter.isalnum() for letter in words):
        return ""
    star = "*" if prefix and words[-1].isalnum() else ""
    return f'"{words}"{star}'


def _brackets_match(tokens: list[str]) -> bool:
    depth = 0
    for token in tokens:
        depth += {"(": 1, ")": -1}.get(token, 0)
        if not 0 <= depth <= DEEPEST:
            return False
    return depth == 0


class _Parser:
    """Recursive descent: NOT binds closest, then AND (or nothing between), then OR, as in FTS5 itself."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def any_of(self) -> str:
        parts = [self._all_of()]
        while self._takes("OR"):
            parts.append(self._all_of())
        return _joined(" OR ", parts)

    def _all_of(self) -> str:
        """Terms that must stand, less those after NOT; gathered in one go, since FTS5 cannot follow a deep nest."""
        wanted, unwanted = [self._one()], [""]
        while self._at < len(self._tokens) and self._tokens[self._at] != ")" and not self._joins("OR"):
            if self._tokens[self._at : self._at + 2] == ["AND", "NOT"]:
                self._at += 1
            if self._takes("NOT"):
                unwanted.append(self._one())
            else:
                self._takes("AND")
                wanted.append(self._one())
        left, right = _joined(" AND ", wanted), _joined(" OR ", unwanted)
        return f"({left} NOT {right})" if left and right else left

    def _one(self) -> str:
        token = self._tokens[self._at] if self._at < len(self._tokens) else ""
        if token in ("", ")"):
            return ""
        self._at += 1
        if token == "(":
            inside = self.any_of()
            self._takes(")")
            return inside
        return f'"{token}"' if token in OPERATORS else token

    def _takes(self, token: str) -> bool:
        """Step over this token where it stands next; an operator only where it joins something."""
        if self._joins(token) or (token == ")" and self._tokens[self._at : self._at + 1] == [")"]):
            self._at += 1
            return True
        return False

    def _joins(self, operator: str) -> bool:
        """Whether this operator stands next with a term behind it."""
        here = self._tokens[self._at : self._at + 2]
        return len(here) == 2 and here[0] == operator and here[1] not in (")", *OPERATORS)


def _joined(operator: str, parts: list[str]) -> str:
    parts = [part for part in parts if part]
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})" if parts else ""
