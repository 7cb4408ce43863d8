"""The full-text index: the only place that knows Whoosh. Derived from the store, deletable at any time."""
