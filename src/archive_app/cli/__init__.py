"""The command line, a front end over services."""
