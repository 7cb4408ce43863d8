"""Makes the pages of the window. A new one needs a function here and a line in `MAKERS`; rows of the library, links,
results of a search and going back lead to it by its kind."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from archive_app.core.errors import NotFound
from archive_app.core.hits import SearchRequest
from archive_app.core.translation import _
from archive_app.services import authorities, events, photos, sources
from archive_app.ui.library_rows import RowKind
from archive_app.ui.pages import Page
from archive_app.ui.trail import Stop

if TYPE_CHECKING:  # it makes its pages with this
    from archive_app.ui.workspace import Workspace


def _desk(workspace: "Workspace") -> Page:
    desk = workspace.desk

    def show(source_id: str) -> None:
        desk.turn_to(source_id=source_id)
        desk.active.show_source(source_id)

    def chosen() -> Stop | None:
        source_id = desk.active.source_id
        return Stop(RowKind.SOURCE, source_id) if source_id else None

    def delete() -> None:
        if desk.active.text_id is not None:
            desk.active.marking.delete_chosen()

    return Page(widget=desk, show=show, find=sources.get_source, chosen=chosen, delete=delete)


def _photo(workspace: "Workspace") -> Page:
    from archive_app.ui.photo_view import PhotoView

    view, showing = PhotoView(workspace.session), workspace.showing
    view.edit_requested.connect(workspace.edit_photo_wanted)
    view.scan_requested.connect(workspace.scan_wanted)
    view.no_caption_requested.connect(workspace.no_caption_wanted)
    view.source_requested.connect(showing.show_photo_in_text)
    view.closed.connect(showing.go_back)
    view.notes.event_requested.connect(showing.show_event)
    return Page(widget=view, show=view.show_photo, find=photos.get_photo, notes=view.notes)


def _event(workspace: "Workspace") -> Page:
    from archive_app.ui.event_view import EventView

    view, showing = EventView(workspace.session), workspace.showing
    view.edit.connect(workspace.edit_event_wanted)
    view.place_requested.connect(showing.show_place)
    view.source_requested.connect(showing.show_source)
    view.photo_requested.connect(showing.show_photo)
    view.event_requested.connect(showing.show_event)
    view.authority_requested.connect(partial(showing.show, RowKind.AUTHORITY))
    view.notes.event_requested.connect(showing.show_event)
    view.export_requested.connect(workspace.export_requested)

    def show(event_id: str) -> None:
        view.show_event(event_id)
        if view.event_id is None:
            raise NotFound(_("This event was deleted."))

    return Page(widget=view, show=show, find=events.get_event, notes=view.notes)


def _authority(workspace: "Workspace") -> Page:
    from archive_app.ui.authority_view import AuthorityView

    view, showing = AuthorityView(workspace.session), workspace.showing
    view.event_requested.connect(showing.show_event)
    view.source_requested.connect(showing.show_source)
    view.place_requested.connect(showing.show_place)
    view.edit_wanted.connect(workspace.edit_authority_wanted)
    view.merge_wanted.connect(workspace.merge_authority_wanted)
    view.told.connect(workspace.told)
    view.search_wanted.connect(lambda query: workspace.search.take_up(SearchRequest(query=query)))
    return Page(
        widget=view, show=view.show_authority, find=authorities.get_authority, delete=view.remove_name
    )


def _annotations(workspace: "Workspace") -> Page:
    from archive_app.ui.annotation_table_view import AnnotationTableView

    view = AnnotationTableView(workspace.session, workspace.settings)
    view.annotation_requested.connect(workspace.showing.show_annotation)
    view.commands.done.connect(workspace.done)
    view.commands.written.connect(workspace.written)

    def chosen() -> Stop | None:
        return Stop(RowKind.ANNOTATION, view.current_id) if view.current_id else None

    return Page(widget=view, chosen=chosen, delete=view.delete)


def _timeline(workspace: "Workspace") -> Page:
    from archive_app.ui.timeline_page import TimelinePage

    view = TimelinePage(workspace.session, workspace.settings)
    view.event_requested.connect(workspace.showing.show_event)
    view.exporting.written.connect(workspace.written)
    view.exporting.requested.connect(workspace.export_requested)

    def chosen() -> Stop | None:
        return Stop(RowKind.EVENT, view.chosen) if view.chosen else None

    return Page(widget=view, chosen=chosen, export=view.exporting.choice)


MAKERS: dict[RowKind, Callable[["Workspace"], Page]] = {
    RowKind.SOURCE: _desk,
    RowKind.PHOTO: _photo,
    RowKind.EVENT: _event,
    RowKind.AUTHORITY: _authority,
    RowKind.ANNOTATION: _annotations,
    RowKind.TIMELINE: _timeline,
}
"""By the kind of record that a page shows."""
