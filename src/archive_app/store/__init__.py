"""SQLite through sqlite-utils: the only place that holds SQL."""
