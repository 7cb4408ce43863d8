"""The verbs: what a person can do with an archive. The same API for window, command line and scripts."""
