"""The nouns of the archive: records, spans, dates, changes, progress and errors. Standard library only."""
