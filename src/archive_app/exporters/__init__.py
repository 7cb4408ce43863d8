"""Turn a Dossier into a file. Nothing here touches the store."""
