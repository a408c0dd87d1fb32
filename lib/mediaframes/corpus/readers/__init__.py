"""One reader a format, from a file to raw articles; `registry` says which reader takes which file."""
