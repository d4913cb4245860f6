"""The content file: what organisers write and read, and the nouns that it becomes; no database is needed for it."""
