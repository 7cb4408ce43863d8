"""gettext for every string that a person reads. English is the source language.

Usage: `from archive_app.core.translation import _, ngettext`. Never glue a sentence from translated parts;
put values into it with `.format(name=value)`.
"""

import gettext
from pathlib import Path

DOMAIN = "archive_app"
LOCALES = Path(__file__).parent.parent / "locales"

_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str | None) -> None:
    """Speak `language` (a locale name such as "sr_Latn") from now on, English where no catalogue exists."""
    global _translation
    languages = [language] if language else None
    _translation = gettext.translation(DOMAIN, LOCALES, languages=languages, fallback=True)


def language() -> str:
    """Return the locale name of the language spoken now; "en" without a catalogue."""
    return _translation.info().get("language") or "en"


def _(message: str) -> str:
    """Return `message` in the person's language."""
    return _translation.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that the language uses for `count` things."""
    return _translation.ngettext(singular, plural, count)


def N_(message: str) -> str:
    """Mark `message` for translation where it is defined; translate it with `_` where it is shown."""
    return message


def pgettext(context: str, message: str) -> str:
    """Return `message` in the person's language as it is said in `context`, such as after a preposition."""
    return _translation.pgettext(context, message)


def NP_(context: str, message: str) -> tuple[str, str]:
    """Mark `message` with its context for translation where it is defined; translate it with `pgettext`."""
    return context, message
