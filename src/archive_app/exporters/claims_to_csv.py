"""The claims on events as a table for spreadsheet programs: one row for each claim."""

from collections.abc import Iterator
from pathlib import Path

from archive_app.core.dates import format_date
from archive_app.core.dossier import Dossier
from archive_app.core.event_dossier import EventChapter, NamedAuthority, StatedClaim
from archive_app.core.hits import RecordKind
from archive_app.core.kind_labels import agreement_label, date_mark_label, sameness_label
from archive_app.core.kinds import Sameness
from archive_app.core.links import RecordLink
from archive_app.core.progress import SILENT, Progress
from archive_app.core.translation import N_, _
from archive_app.exporters import ExportReport, report_on
from archive_app.exporters.saving import check_target
from archive_app.exporters.to_csv import write_csv
from archive_app.exporters.wanting import refuse_without_events

Row = list[str | int | None]

_EVENT_COLUMNS = (
    N_("Event"),
    N_("Part of"),
    N_("Date of the event"),
    N_("Date of the event (EDTF)"),
    N_("First day"),
    N_("Last day"),
    N_("Place of the event"),
    N_("Why this date"),
    N_("People, units and places"),
    N_("Link to the event"),
)
_CLAIM_COLUMNS = (
    N_("Claim"),
    N_("Source"),
    N_("Author"),
    N_("Date of the source"),
    N_("Call number"),
    N_("Passage"),
    N_("Quotation"),
    N_("Stated date"),
    N_("Stated date (EDTF)"),
    N_("First stated day"),
    N_("Last stated day"),
    N_("Stated place"),
    N_("Stated people"),
    N_("Agreement with the event"),
    N_("In conflict with other sources"),
    N_("The same source also says"),
    N_("The date"),
    N_("The place"),
    N_("The people"),
    N_("Named in the source"),
    N_("Remark"),
    N_("Note"),
    N_("Tags"),
    N_("Citation"),
    N_("Link to the passage"),
)


def write_claims(dossier: Dossier, target: Path, progress: Progress = SILENT) -> ExportReport:
    """Write a row for each claim on the events of a dossier, and one for an event without any, to a CSV file.

    Raises UserError where the dossier holds no events or `target` cannot be written, Cancelled; `target` is then as it
    was.
    """
    refuse_without_events(dossier, target)
    check_target(target)
    count = len(dossier.chapters)

    def rows() -> Iterator[Row]:
        for number, chapter in enumerate(dossier.chapters):
            progress.step(number, count, _("Writing {name}").format(name=target.name))
            event = _event(chapter)
            for claim in chapter.claims:
                yield [*event, *_claim(claim)]
            if not chapter.claims:
                yield [*event, *([None] * len(_CLAIM_COLUMNS))]

    write_csv([_(name) for name in (*_EVENT_COLUMNS, *_CLAIM_COLUMNS)], rows(), target)
    progress.step(count, count)
    return report_on(dossier)


def _event(chapter: EventChapter) -> Row:
    event = chapter.event
    return [
        event.title,
        " › ".join(above.title for above in chapter.above),
        format_date(event.when),
        event.when,
        event.first_day,
        event.last_day,
        event.place,
        event.reason,
        _names(chapter.names),
        str(RecordLink(RecordKind.EVENT, event.id)),
    ]


def _claim(claim: StatedClaim) -> Row:
    link, source = claim.link, claim.source
    return [
        claim.number,
        source.title if source else "",
        source.creator if source else "",
        format_date(source.date) if source else "",
        (source.call_number if source else "") or (claim.photo.call_number if claim.photo else ""),
        _passages(claim.passages),
        claim.quote,
        format_date(link.says_when),
        link.says_when,
        link.first_day,
        link.last_day,
        link.says_where,
        link.says_who,
        agreement_label(claim.standing.agreement) if claim.standing.agreement else "",
        "; ".join(format_date(date) for date in claim.standing.against),
        "; ".join(format_date(date) for date in claim.standing.beside),
        date_mark_label(link.when_mark) if link.when_mark else "",
        _mark(link.where_mark),
        _mark(link.who_mark),
        _names(claim.names),
        link.note,
        claim.annotation.note,
        "; ".join(claim.tags),
        claim.citation,
        str(RecordLink(RecordKind.ANNOTATION, claim.annotation.id)),
    ]


def _passages(passages: tuple[int, int] | None) -> str | int | None:
    if passages is None:
        return None
    first, last = passages
    return first if first == last else f"{first}–{last}"


def _mark(mark: Sameness) -> str:
    return sameness_label(mark) if mark else ""


def _names(names: tuple[NamedAuthority, ...]) -> str:
    return "; ".join(named.authority.name for named in names)
