"""Coordinates as people type, read and copy them."""

import pytest

from archive_app.core.coordinates import read_coordinates, speak_coordinates, write_coordinates
from archive_app.core.errors import UserError


@pytest.mark.parametrize(
    "typed",
    [
        "44.8125, 20.46",
        "44.8125 20.46",
        "44,8125; 20,46",
        "44,8125 20,46",
        "geo:44.8125,20.46",
        "44°48′45″ N 20°27′36″ E",
        "44°48'45\" N, 20°27'36\" E",
        "20°27'36\"E 44°48'45\"N",
        "N 44.8125 E 20.46",
        "44.8125 S 20.46 I",
        "44.8125 С 20.46 И",
    ],
)
def test_one_place_is_typed_in_many_ways(typed: str) -> None:
    assert read_coordinates(typed) == pytest.approx((44.8125, 20.46))


def test_south_and_west_are_negative() -> None:
    assert read_coordinates("-33.9 18.4") == (-33.9, 18.4)
    assert read_coordinates("33.9 S 70.5 W") == (-33.9, -70.5)
    assert read_coordinates("33.9 J 70.5 Z") == (-33.9, -70.5)
    assert read_coordinates("  ") is None


@pytest.mark.parametrize(
    "typed", ["44.8", "Avala", "44 48 45", "448125", "44.8 N 20.4 N", "44°70′ N 20°10′ E"]
)
def test_what_is_no_pair_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="are no coordinates; write them like"):
        read_coordinates(typed)


def test_they_are_copied_and_read_aloud() -> None:
    assert write_coordinates(44.8125, 20.46) == "44.8125, 20.46"
    assert read_coordinates(write_coordinates(-0.5, 179.999999)) == (-0.5, 179.999999)
    assert speak_coordinates(44.8125, -20.46) == "44°48′45″ N 20°27′36″ W"
    assert read_coordinates(speak_coordinates(-44.8125, 20.46)) == pytest.approx((-44.8125, 20.46))
