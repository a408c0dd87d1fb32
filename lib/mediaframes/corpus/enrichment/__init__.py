"""What the sources leave open: dates, language, wire agency, page furniture, copies of a text, and stories."""
