"""What can go wrong, said so that a person knows what happened, to what, and what to do next."""


class ArchiveError(Exception):
    """Base of every error that this program raises on purpose."""


class UserError(ArchiveError):
    """The request cannot be done as asked; its message is one plain sentence for the person."""


class Conflict(UserError):
    """A record is no longer as the request supposes; doing it would overwrite newer work."""


class NotFound(UserError):
    """A record or file that the request names does not exist."""


class QueryError(UserError):
    """A query that cannot be understood; `start` and `end` say where, in code points of what was typed."""

    def __init__(self, message: str, start: int = 0, end: int = 0) -> None:
        super().__init__(message, start, end)
        self.start = start
        self.end = end

    def __str__(self) -> str:
        return str(self.args[0])
