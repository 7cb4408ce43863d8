"""Turn the bytes of a file into plain data; chosen by content. Nothing here touches the store."""

from archive_app.importers.reading import read as read
