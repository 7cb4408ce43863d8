"""Every control that the keyboard reaches has a name to be read aloud, and Tab reaches all of them in reading order."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from archive_app.core.hits import SearchRequest
from archive_app.core.records import Source
from archive_app.services import annotating, archives, events, photos, sources
from archive_app.services.importing import import_files
from archive_app.ui.about_dialog import AboutDialog
from archive_app.ui.annotate_found_dialog import AnnotateFoundDialog
from archive_app.ui.batch_dialog import BatchDialog
from archive_app.ui.command_palette import CommandPalette
from archive_app.ui.comparison_dialog import ComparisonDialog
from archive_app.ui.event_dialog import EventDialog
from archive_app.ui.export_dialog import ExportDialog
from archive_app.ui.help_dialog import HelpDialog
from archive_app.ui.history_dialog import HistoryDialog
from archive_app.ui.import_dialog import ImportDialog
from archive_app.ui.main_window import MainWindow
from archive_app.ui.new_archive_dialog import NewArchiveDialog
from archive_app.ui.photo_dialog import PhotoDialog
from archive_app.ui.replace_dialog import ReplaceDialog
from archive_app.ui.reporting import ReportDialog
from archive_app.ui.review_dialog import ReviewDialog
from archive_app.ui.settings import Settings
from archive_app.ui.shortcuts_dialog import ShortcutsDialog
from archive_app.ui.source_dialog import SourceDialog
from archive_app.ui.trash_dialog import TrashDialog
from helpers.windows import opened

TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def window(window: MainWindow, tmp_path: Path, latin_article: Path) -> MainWindow:
    """The window on an archive with a source, photos, an event and an annotation."""
    folder = tmp_path / "Oktobar"
    with archives.create_archive(folder) as archive:
        import_files(archive, [latin_article])
        event = events.add_event(archive, "Zauzimanje stanice", when="20.10.1944")
        text, span = annotating.find_quote(archive, sources.find_source(archive, "Grad").id, "u zoru")
        mark = annotating.annotate(archive, text.id, span, tags=["svitanje"])
        events.link(archive, mark.id, event.id)
    opened(window, folder)
    return window


def controls(root: QWidget) -> Iterator[QWidget]:
    """What the keyboard can reach, also on pages that are not shown now."""
    for widget in [root, *root.findChildren(QWidget)]:
        parent = widget.parentWidget()
        in_combo_box = parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
        is_part = widget.focusProxy() is not None or in_combo_box
        if widget.focusPolicy() & TAB and not is_part and not widget.isHidden():
            yield widget


def nameless(root: QWidget) -> list[str]:
    """The controls without a name, each with what it stands in."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None, widget
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_every_control_of_the_window_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    archive = workspace.session.archive
    pages = (
        lambda: workspace.showing.show_event(events.list_events(archive)[0].event.id),
        lambda: workspace.showing.show_photo(photos.list_photos(archive)[0].photo.id),
        lambda: workspace.showing.show_source(_source_ids(window)[0]),
        lambda: workspace.search.ask("stanica"),
        window.acts["find_in_text"].trigger,
        window.acts["show_annotations"].trigger,
        window.acts["show_timeline"].trigger,
    )
    for show in pages:
        show()
        assert len(list(controls(window))) > 20
        assert nameless(window) == []
    qtbot.waitUntil(lambda: not workspace.session.runner.is_busy(), timeout=20_000)


def test_so_has_the_start_screen(settings: Settings, qtbot: QtBot) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    assert nameless(window) == []


Make = Callable[[MainWindow], QWidget]


def _session(window: MainWindow):  # type: ignore[no-untyped-def]
    assert window.workspace is not None
    return window.workspace.session


def _source_ids(window: MainWindow) -> list[str]:
    return [row.source.id for row in sources.list_sources(_session(window).archive)]


def _source(window: MainWindow) -> Source:
    return sources.list_sources(_session(window).archive)[0].source


DIALOGS: dict[str, Make] = {
    "about": lambda w: AboutDialog(None, w),
    "annotate found": lambda w: AnnotateFoundDialog(_session(w), SearchRequest(query="grad"), 3, (), w),
    "compare": lambda w: ComparisonDialog(_session(w), _source(w), w),
    "replace": lambda w: ReplaceDialog(_session(w), _source(w), Path("drugi.txt"), w),
    "review": lambda w: ReviewDialog(_session(w), lambda: None, w),
    "trash": lambda w: TrashDialog(_session(w), w),
    "batch": lambda w: BatchDialog(
        _session(w), [row.source for row in sources.list_sources(_session(w).archive)], w
    ),
    "event": lambda w: EventDialog(_session(w), None, w),
    "export": lambda w: ExportDialog(_session(w), w.settings, None, w),
    "help": lambda w: HelpDialog(w),
    "history": lambda w: HistoryDialog(_session(w), w),
    "import": lambda w: ImportDialog(_session(w), w.settings, (), w),
    "new archive": lambda w: NewArchiveDialog(Path(), w),
    "palette": lambda w: CommandPalette(w),
    "photo": lambda w: PhotoDialog(_session(w), photos.list_photos(_session(w).archive)[0].photo.id, w),
    "report": lambda w: ReportDialog("what happened", None, w),
    "shortcuts": lambda w: ShortcutsDialog(w.acts, w),
    "source": lambda w: SourceDialog(_session(w), _source_ids(w)[0], w),
}


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_every_control_of_a_dialog_has_a_name(window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](window)
    if isinstance(dialog, QDialog):
        dialog.show()
    assert next(controls(dialog), None) is not None
    assert nameless(dialog) == []
    qtbot.waitUntil(lambda: not _session(window).runner.is_busy())
    dialog.close()
    dialog.deleteLater()


def test_tab_goes_through_tools_library_text_and_annotations_in_this_order(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    regions = [window.tool_bar, workspace.left, workspace.middle, workspace.inspector]
    first = window.tool_bar.widgetForAction(window.acts["import_files"])
    assert first is not None
    order, widget = [], first
    while not order or widget is not first:
        inside = [number for number, region in enumerate(regions) if region.isAncestorOf(widget)]
        reachable = widget.focusPolicy() & TAB and widget.isVisible() and widget.isEnabled()
        if reachable and inside:
            order.append((inside[0], widget))
        widget = widget.nextInFocusChain()
    numbers = [number for number, _widget in order]
    assert numbers == sorted(numbers)
    assert set(numbers) == {0, 1, 2, 3}
    for region in set(numbers):
        tops = [widget.mapTo(window, QPoint()).y() for number, widget in order if number == region]
        assert all(above <= below + 8 for above, below in pairwise(tops)), region
