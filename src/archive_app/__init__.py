"""A desktop archive for people who work with Serbian historical sources."""

__version__ = "0.1.0"
