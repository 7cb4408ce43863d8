"""The keys that belong to lists and to the text, which no menu shows, for the page of keyboard shortcuts."""

from archive_app.core.translation import N_

KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        N_("In the text"),
        (
            ("Shift+Arrows", N_("Select by letter and line; with Ctrl by word")),
            ("Enter", N_("Choose the annotation at the caret, or open the photo of a caption")),
            (N_("Drag a knob"), N_("Move an end of the chosen highlight")),
            ("Ctrl+Home, Ctrl+End", N_("Go to the beginning or the end of the text")),
            ("Page Up, Page Down", N_("Turn a page")),
            ("Ctrl+Wheel", N_("Make the letters larger or smaller")),
            ("Menu", N_("Everything that can be done here")),
        ),
    ),
    (
        N_("While finding in the text"),
        (
            ("Enter, F3", N_("Go to the next place; with Shift to the previous one")),
            ("Tab", N_("Go to the choices: whole words, exactly as typed")),
            ("Esc", N_("Close the bar; the place stays selected and can be highlighted")),
        ),
    ),
    (
        N_("With two sources side by side"),
        (
            ("F6", N_("Go to the other source, and on to the annotations")),
            ("Esc", N_("Close the source at the right, when the keyboard is in it")),
        ),
    ),
    (
        N_("In the library"),
        (
            ("Enter", N_("Open the record, or what a tag or a collection holds")),
            ("Backspace", N_("Go back to all tags or collections")),
            ("Left, Right", N_("Fold the parts of an event away, or show them")),
            ("Shift+Arrows, Ctrl+Click", N_("Choose several records")),
            ("Ctrl+A", N_("Choose all records of the list")),
            ("F2", N_("Describe the record, or the chosen ones together")),
            ("Del", N_("Delete the chosen records; in a collection, take them out of it")),
            ("Alt+Shift+Up, Alt+Shift+Down", N_("Move the chosen records within a collection")),
            ("Esc", N_("Empty the filter")),
            ("Down", N_("Go from the filter to the list")),
            ("Menu", N_("Everything that can be done with the record")),
        ),
    ),
    (
        N_("Searching"),
        (
            ("Enter", N_("Search at once and open the first result; in the results, open one")),
            (
                "Down",
                N_("Go from the search box to the results; in the empty box, to saved and recent searches"),
            ),
            ("Esc", N_("Close the results and show the library again")),
            ("Space", N_("In the filters, take a value or leave it")),
            ("F2, Del", N_("In the saved searches, rename or forget one")),
        ),
    ),
    (
        N_("In the table of all annotations"),
        (
            ("Enter", N_("Go to the place in the text")),
            (N_("Letters"), N_("Filter the table")),
            ("F7", N_("Narrow by tag, colour, event, source, person or place")),
            ("F8", N_("Order by another column")),
            ("Shift+Arrows, Ctrl+A", N_("Choose several rows, or all")),
            ("Ctrl+1 to Ctrl+6", N_("Give the chosen rows a colour")),
            ("Ctrl+T, Ctrl+E", N_("Tag the chosen rows, or link them to an event")),
            ("Del", N_("Delete the chosen annotations")),
        ),
    ),
    (
        N_("On the page of an event"),
        (
            (N_("Arrows"), N_("Go from one claim, or one passage that is not linked, to the next")),
            ("Enter", N_("Go to the place in the text")),
            ("V", N_("Say which date is right, and why")),
            ("N", N_("Say that the date of the claim is no contradiction, and why")),
            ("D, P, W", N_("Compare the date, the place or the people of the claim with the others")),
            ("L", N_("Link the passage to the event; it states the date that it mentions")),
            (N_("Minus"), N_("The passage speaks of another event: it is not shown here again")),
        ),
    ),
    (
        N_("On the timeline"),
        (
            (N_("Arrows"), N_("Go from one event to the next in time")),
            ("Enter", N_("Open the page of the event")),
            ("Space", N_("Hide the parts of the event, or show them")),
            ("Plus, Minus, Ctrl+0", N_("Show less time, more time, or all events")),
            ("F7, F8", N_("Filter by words, or go to a date")),
        ),
    ),
    (
        N_("In the list of conflicts"),
        (
            ("J, K", N_("Go to the next event or the one before")),
            ("Enter", N_("Open the page of the event, or the place of the claim in the text")),
            ("V", N_("Say which date is right, and why")),
            ("N", N_("Say of the claim, or of all of the event, that the date is no contradiction")),
            (
                "1 to 5",
                N_("Show what is open, what one source says twice, places and people, and what is settled"),
            ),
        ),
    ),
    (
        N_("In the history and the trash"),
        (("Enter", N_("Go back to the chosen action, or restore what is chosen")),),
    ),
    (
        N_("In the annotations beside the text"),
        (
            ("Up, Down", N_("Go from one annotation to the other")),
            ("Enter", N_("Edit the annotation")),
            ("Del", N_("Delete the annotation")),
            ("Esc", N_("Go back to the text; what was typed is kept. In the filter, show all again first")),
        ),
    ),
    (
        N_("In the proposals beside the text"),
        (
            ("Enter, 1 to 5", N_("Link the passage to the chosen event, or to the one with this number")),
            ("Up, Down", N_("Choose another event")),
            ("F", N_("Find any other event")),
            ("N", N_("Make a new event of the passage; Enter takes it as it is proposed")),
            ("X, Del", N_("Nothing to link: it is not proposed again")),
            (N_("Minus"), N_("The chosen event is another one: it is not proposed here again")),
            ("S, Right", N_("Leave it for later")),
            ("Left", N_("Go back to the proposal before")),
            ("A", N_("Link what was linked last to another event, too")),
            ("E", N_("Change what this source says: when, where, who")),
            ("Esc", N_("Go back to the text; from a line, to the keys above")),
        ),
    ),
    (
        N_("Everywhere"),
        (
            ("Tab, Shift+Tab", N_("Go to the next or the previous control")),
            ("Enter", N_("Press the button that has the keyboard")),
            ("Esc", N_("Close the message, the menu or the dialog")),
            (N_("Mouse buttons at the side"), N_("Back and forward")),
        ),
    ),
)
"""Groups of keys, each with what it does; untranslated."""
