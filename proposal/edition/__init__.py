"""One resolved edition: every fact, once, as it was true on the edition's day."""
