"""The list of everything the window can do: menus, toolbar, palette, shortcuts and their page are all made from it."""

from dataclasses import dataclass
from enum import StrEnum

from archive_app.core.translation import N_


class Needs(StrEnum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    ARCHIVE = "archive"
    WRITABLE = "writable"
    TEXT = "text"
    WRITABLE_TEXT = "writable text"
    RESULTS = "results"
    WRITABLE_RESULTS = "writable results"


LACKS = {
    Needs.ARCHIVE: N_("no archive is open"),
    Needs.WRITABLE: N_("this archive can only be read"),
    Needs.TEXT: N_("no text is shown"),
    Needs.RESULTS: N_("nothing was searched for"),
}
"""Why an action cannot be had, for each thing that may not be there."""
IMPLIED = {
    Needs.NOTHING: (),
    Needs.ARCHIVE: (Needs.ARCHIVE,),
    Needs.WRITABLE: (Needs.ARCHIVE, Needs.WRITABLE),
    Needs.TEXT: (Needs.ARCHIVE, Needs.TEXT),
    Needs.WRITABLE_TEXT: (Needs.ARCHIVE, Needs.WRITABLE, Needs.TEXT),
    Needs.RESULTS: (Needs.ARCHIVE, Needs.RESULTS),
    Needs.WRITABLE_RESULTS: (Needs.ARCHIVE, Needs.WRITABLE, Needs.RESULTS),
}
"""What each need comes to, one thing after the other."""
NOT_NOW = {
    "undo": N_("there is nothing to undo"),
    "redo": N_("there is nothing to do again"),
    "go_back": N_("no page was looked at before this one"),
    "go_forward": N_("you did not go back"),
}
"""Why an action cannot be had although all is there that it needs."""


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: `name` is that of the method of the handler, `icon` that of an icon; texts are not translated yet.

    `also` is a second key, for where systems often take the first one for themselves.
    """

    name: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.ARCHIVE
    tip: str = ""
    checkable: bool = False
    also: str = ""


SEPARATOR = Spec("", "")
_A, _W, _T, _WT, _N = Needs.ARCHIVE, Needs.WRITABLE, Needs.TEXT, Needs.WRITABLE_TEXT, Needs.NOTHING
_R, _WR = Needs.RESULTS, Needs.WRITABLE_RESULTS

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    (
        N_("&File"),
        (
            Spec("new_archive", N_("&New archive…"), "Ctrl+N", "new", _N),
            Spec("choose_archive", N_("&Open archive…"), "Ctrl+O", "open", _N),
            Spec("recent", N_("Open &recent")),
            Spec("open_sample", N_("Open the &sample archive"), "", "book", _N),
            SEPARATOR,
            Spec("import_files", N_("&Import files…"), "Ctrl+I", "import", _W),
            Spec("export", N_("&Export…"), "Ctrl+P", "export", _A),
            SEPARATOR,
            Spec("check", N_("Chec&k the archive"), "", "check"),
            Spec("stop_job", N_("Sto&p what is running"), "Ctrl+.", "close", _A),
            Spec("show_folder", N_("Show the archive’s &folder"), "", "folder"),
            SEPARATOR,
            Spec("close_archive", N_("&Close archive"), "Ctrl+W"),
            Spec("close", N_("&Quit"), "Ctrl+Q", "", _N),
        ),
    ),
    (
        N_("&Edit"),
        (
            Spec("undo", N_("&Undo"), "Ctrl+Z", "undo", _W),
            Spec("redo", N_("&Redo"), "Ctrl+Shift+Z", "redo", _W),
            SEPARATOR,
            Spec(
                "describe",
                N_("&Describe…"),
                "F2",
                "edit",
                _W,
                N_("Describe the source or photo, edit the event"),
            ),
            Spec("delete", N_("De&lete"), "Del", "trash", _W, N_("Delete the chosen annotation or record")),
            SEPARATOR,
            Spec(
                "correct_passage",
                N_("C&orrect this passage…"),
                "F4",
                "edit",
                _WT,
                N_("Correct what the text says; the old reading is kept"),
            ),
            Spec("replace_text", N_("Replace the te&xt by a file…"), "", "", _WT),
            Spec("compare_readings", N_("Co&mpare the readings…"), "", "", _T),
            Spec(
                "review_annotations",
                N_("Re&view annotations…"),
                "Ctrl+Shift+R",
                "",
                _A,
                N_("Annotations that a correction moved or left in doubt"),
            ),
            SEPARATOR,
            Spec("copy_with_citation", N_("&Copy with citation"), "Ctrl+Shift+C", "quote", _T),
            Spec("copy_link", N_("Copy the lin&k to this place"), "Ctrl+Alt+C", "link", _A),
            SEPARATOR,
            Spec("show_history", N_("&History…"), "Ctrl+H", "clock", _A),
            Spec(
                "show_trash",
                N_("Tra&sh…"),
                "Ctrl+Shift+Del",
                "trash",
                _A,
                N_("What was deleted, to bring it back"),
            ),
        ),
    ),
    (
        N_("&Annotate"),
        (
            Spec("colours", ""),
            SEPARATOR,
            Spec("note", N_("Highlight with a &note"), "Ctrl+M", "note", _WT),
            Spec(
                "note_on_whole",
                N_("Note on the &whole"),
                "Ctrl+Alt+M",
                "note",
                _W,
                N_("On the source, photo or event"),
            ),
            Spec("tags", N_("&Tags…"), "Ctrl+T", "tag", _WT),
            Spec("recent_tags", N_("&Recent tags")),
            Spec("link", N_("&Link to an event…"), "Ctrl+E", "link", _WT),
            SEPARATOR,
            Spec("next_annotation", N_("Ne&xt annotation"), "Alt+Down", "down", _T),
            Spec("previous_annotation", N_("Pre&vious annotation"), "Alt+Up", "up", _T),
            SEPARATOR,
            Spec("filter_annotations", N_("&Filter the annotations"), "Ctrl+Alt+F", "filter", _T),
            Spec("show_annotations", N_("&All annotations"), "Ctrl+Shift+A", "table", _A),
            Spec(
                "show_conflicts",
                N_("C&onflicts between sources…"),
                "Ctrl+Shift+X",
                "conflict",
                _A,
                N_("All events on which what the sources say cannot all be right"),
            ),
            Spec(
                "show_proposals",
                N_("&Proposals for this text"),
                "Ctrl+Shift+J",
                "event",
                _T,
                N_("Go through the dates of the text and link each to an event by one key"),
            ),
            SEPARATOR,
            Spec(
                "show_authorities",
                N_("People, units and place&s"),
                "Ctrl+Shift+U",
                "authority",
                _A,
                N_("Show them in the library"),
            ),
            Spec("show_duplicates", N_("Recor&ds that may be one…"), "", "", _A),
            Spec(
                "show_stated_names",
                N_("Names witho&ut a record…"),
                "",
                "",
                _A,
                N_("Places and people that events and links name in words only"),
            ),
            Spec("merge_authority", N_("Mer&ge this person, unit or place with…"), "", "merge", _W),
            SEPARATOR,
            Spec("new_event", N_("New &event…"), "Ctrl+Shift+E", "event", _W),
            Spec("new_authority", N_("New person, un&it or place…"), "", "authority", _W),
            Spec("new_collection", N_("New &collection…"), "", "collection", _W),
        ),
    ),
    (
        N_("Se&lection"),
        (
            Spec("grow", N_("&Select more"), "Ctrl+Space", "", _T, N_("The word, its sentence, its passage")),
            Spec("shrink", N_("Select &less"), "Ctrl+Shift+Space", "", _T),
            Spec("sentence_on", N_("&One sentence further"), "Alt+PgDown", "", _T),
            Spec("sentence_back", N_("One sentence &back"), "Alt+PgUp", "", _T),
            Spec("passage_on", N_("One passage &further"), "Ctrl+Shift+Down", "", _T),
            Spec("passage_back", N_("One passage bac&k"), "Ctrl+Shift+Up", "", _T),
            SEPARATOR,
            # Alt+Shift switches the layout of many keyboards.
            Spec(
                "end_on",
                N_("End of the highlight a word fu&rther"),
                "Alt+Shift+Right",
                "",
                _WT,
                also="Ctrl+Alt+.",
            ),
            Spec(
                "end_back",
                N_("&End of the highlight a word back"),
                "Alt+Shift+Left",
                "",
                _WT,
                also="Ctrl+Alt+,",
            ),
            Spec("start_back", N_("Be&ginning of the highlight a word back"), "Alt+,", "", _WT),
            Spec("start_on", N_("Begi&nning of the highlight a word further"), "Alt+.", "", _WT),
            SEPARATOR,
            Spec("split", N_("S&plit the highlight at the caret"), "Ctrl+B", "", _WT),
            Spec(
                "join",
                N_("&Join the highlight with the next one"),
                "Ctrl+J",
                "",
                _WT,
                N_("With the one that overlaps or touches it, else with the next one"),
            ),
        ),
    ),
    (
        N_("&Search"),
        (
            Spec("focus_search", N_("&Search the archive"), "Ctrl+F", "search", _A),
            Spec("find_in_text", N_("Find in this te&xt"), "Ctrl+G", "find", _T),
            SEPARATOR,
            Spec("next_hit", N_("&Next result"), "F3", "down", _R),
            Spec("previous_hit", N_("&Previous result"), "Shift+F3", "up", _R),
            Spec("close_search", N_("&Close the results"), "", "close", _R),
            SEPARATOR,
            Spec("toggle_lines", N_("C&oncordance"), "Ctrl+K", "lines", _R, N_("List or concordance")),
            Spec("toggle_filters", N_("Filter resul&ts"), "Ctrl+Shift+F", "filter", _R),
            Spec("show_searches", N_("Saved and &recent searches"), "Ctrl+R", "clock", _A),
            Spec("save_search", N_("Sa&ve this search…"), "Ctrl+D", "star", _WR),
            SEPARATOR,
            Spec("annotate_found", N_("&Annotate the results…"), "Ctrl+Shift+M", "highlight", _WR),
            Spec("export_found", N_("&Export the results as a table…"), "Ctrl+Shift+P", "export", _R),
            SEPARATOR,
            Spec("focus_filter", N_("&Filter the library"), "Ctrl+L", "filter", _A),
        ),
    ),
    (
        N_("&View"),
        (
            Spec("go_back", N_("&Back"), "Alt+Left", "back", _A),
            Spec("go_forward", N_("F&orward"), "Alt+Right", "forward", _A),
            Spec("focus_next_pane", N_("Next &pane"), "F6", "panes", _A),
            SEPARATOR,
            Spec("zoom_in", N_("&Larger text"), "Ctrl++", "larger", _T),
            Spec("zoom_out", N_("&Smaller text"), "Ctrl+-", "smaller", _T),
            Spec("zoom_reset", N_("&Usual size of text"), "Ctrl+0", "", _T),
            Spec(
                "other_script",
                N_("Read in the other scrip&t"),
                "Ctrl+Shift+S",
                "",
                _T,
                N_("Show this text in the other script; what is stored stays as it is"),
                checkable=True,
            ),
            SEPARATOR,
            Spec("show_contents", N_("Co&ntents…"), "Ctrl+Shift+O", "list", _T),
            Spec("set_look", N_("Appea&rance of the text…"), "", "look", _T),
            Spec(
                "toggle_dates",
                N_("&Dates of the text"),
                "Ctrl+Shift+D",
                "clock",
                _T,
                N_("Mark the dates that the text mentions, or mark them no more"),
            ),
            SEPARATOR,
            Spec(
                "show_timeline",
                N_("Ti&meline"),
                "Ctrl+Shift+T",
                "timeline",
                _A,
                N_("All events on an axis of time"),
            ),
            SEPARATOR,
            Spec("read_beside", N_("Read another source b&eside…"), "Ctrl+Shift+2", "beside", _T),
            Spec("scroll_together", N_("Scroll both to&gether"), "Ctrl+Shift+Y", "together", _T),
            SEPARATOR,
            Spec("modes", ""),
            Spec("toggle_dark", N_("S&witch between light and dark"), "Ctrl+Shift+L", "moon", _N),
            SEPARATOR,
            Spec("toggle_inspector", N_("&Inspector"), "F9", "inspector", _A),
            Spec("toggle_full_screen", N_("&Full screen"), "F11", "full_screen", _N),
        ),
    ),
    (
        N_("&Help"),
        (
            Spec(
                "show_palette",
                N_("&Find an action or a record…"),
                "Ctrl+Shift+K",
                "palette",
                _N,
                N_("Find any action of this program, or a record to go to"),
            ),
            SEPARATOR,
            Spec("show_help", N_("How to &search"), "F1", "help", _N),
            Spec("show_shortcuts", N_("&Keyboard shortcuts"), "Shift+F1", "keyboard", _N),
            Spec("show_log", N_("Show the &log"), "", "source", _N),
            SEPARATOR,
            Spec("show_about", N_("&About Archive"), "", "info", _N),
        ),
    ),
)
