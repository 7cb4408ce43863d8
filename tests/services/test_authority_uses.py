"""What has to do with a person, unit or place."""

from archive_app.core.kinds import AuthorityKind
from archive_app.services import access_points, authorities, events
from archive_app.services.authority_uses import use_counts, uses_of
from helpers.desk import Desk


def test_events_and_claims_that_point_to_a_record(desk: Desk) -> None:
    known = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Štetner").authority.id
    unused = authorities.add_authority(desk.archive, AuthorityKind.PERSON, "Tito").authority.id
    later = access_points.add_event(desk.archive, "Proboj", when="1944-10-20", names=[known])
    earlier = events.add_event(desk.archive, "Opsada", when="1944-10-15")
    link = events.link(desk.archive, desk.mark(desk.latin, "u zoru 20. oktobra").id, earlier.id)
    authorities.point_link(desk.archive, link.id, known)
    found = uses_of(desk.archive, known)
    assert [(use.event.title, use.itself, use.links) for use in found] == [
        ("Opsada", False, 1),
        ("Proboj", True, 0),
    ]
    (claim,) = found[0].claims
    assert (claim.link.id, claim.source) == (link.id, desk.latin.source)
    assert found[1].event == later
    assert uses_of(desk.archive, unused) == []
    assert use_counts(desk.archive) == {known: 2}
