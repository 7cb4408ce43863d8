"""The window, a front end over services."""
