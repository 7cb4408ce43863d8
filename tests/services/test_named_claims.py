"""What claims name, and where they name others than the other claims do."""

from archive_app.core.kinds import AuthorityKind
from archive_app.services import authorities, claims, events
from archive_app.services.named_claims import unlike
from helpers.desk import Desk

PERSON, UNIT, PLACE = AuthorityKind.PERSON, AuthorityKind.UNIT, AuthorityKind.PLACE


def test_claims_that_name_others_are_told(desk: Desk) -> None:
    event = events.add_event(desk.archive, "Stanica")
    links = [
        events.link(desk.archive, desk.mark(desk.latin, quote).id, event.id).id
        for quote in ("u zoru 20. oktobra", "Pismonoša Vuk", "Železničku stanicu")
    ]
    corps, brigade, station = (
        authorities.add_authority(desk.archive, kind, name).authority.id
        for kind, name in ((UNIT, "12. korpus"), (UNIT, "1. brigada"), (PLACE, "Stanica"))
    )
    for link_id, named in ((links[0], corps), (links[0], station), (links[1], brigade), (links[1], station)):
        authorities.point_link(desk.archive, link_id, named)
    authorities.point_event(desk.archive, event.id, station)
    page = claims.event_page(desk.archive, event.id)
    told = {one.link.id: one for one in page.claims}
    assert [named.authority.name for named in told[links[0]].names] == ["12. korpus", "Stanica"]
    assert told[links[0]].unlike == told[links[1]].unlike == (UNIT,)
    assert (told[links[2]].names, told[links[2]].unlike) == ((), ())
    assert [named.authority.name for named in page.names] == ["Stanica"]
    authorities.point_link(desk.archive, links[0], brigade)
    assert not any(one.unlike for one in claims.event_page(desk.archive, event.id).claims)


def test_nothing_named_is_nothing_unlike() -> None:
    assert unlike({}) == {}
