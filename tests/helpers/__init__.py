"""What several parts of the tests share: texts, records and a writer that is killed."""
