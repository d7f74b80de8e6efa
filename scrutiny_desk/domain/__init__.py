"""Words and rules of scrutiny; imports nothing but the standard library."""
