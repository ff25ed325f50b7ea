"""Each rule by name: fires on the pattern, not on one month less."""

from hypothesis import given
from hypothesis import strategies as st

from undrift.variation.rules import BEYOND, RUN_OF_EIGHT, TWO_OF_THREE, Z, call, marks


def zs(*sigmas: float) -> list[Z]:
    return [Z((s > 0) - (s < 0), s) for s in sigmas]


NOISE = (0.5, -0.5) * 6


def test_eight_on_one_side_is_a_run_and_seven_are_not() -> None:
    assert (
        call(zs(*NOISE, *[0.5] * 7)[:-1]).now is None
    )  # the noise ends below, so six of the seven and none before
    called = call(zs(*NOISE, *[0.5] * 8))
    assert called.now is not None
    assert (called.now.rule, called.now.side, called.now.first, called.now.fired) == (RUN_OF_EIGHT, 1, 12, 19)
    assert call(zs(*NOISE, *[0.5] * 7)).now is None


def test_a_month_exactly_on_the_centre_neither_breaks_a_run_nor_adds_to_it() -> None:
    assert call(zs(*[0.5] * 4, 0, *[0.5] * 3)).now is None
    assert call(zs(*[0.5] * 4, 0, *[0.5] * 4)).now is not None


def test_a_change_stands_while_six_of_the_latest_eight_lean_its_way() -> None:
    risen = [0.5] * 8
    assert call(zs(*risen, -0.5, -0.5)).now is not None
    undone = call(zs(*risen, -0.5, -0.5, -0.5))
    assert undone.now is None and undone.undone is not None
    assert undone.undone[1] == 10


def test_a_run_the_other_way_replaces_it() -> None:
    called = call(zs(*[0.5] * 8, *[-0.5] * 8)).now
    assert called is not None and called.side == -1 and called.first == 8


def test_a_month_beyond_the_limits_is_news_for_three_months() -> None:
    for quiet, expected in ((0, True), (2, True), (3, False)):
        now = call(zs(*NOISE, 3.1, *NOISE[:quiet])).now
        assert (now is not None and now.rule == BEYOND) is expected
    assert call(zs(*NOISE, 3.0)).now is None


def test_two_of_three_beyond_two_sigma_on_the_same_side() -> None:
    now = call(zs(*NOISE, 2.1, 0.1, 2.1)).now
    assert now is not None and now.rule == TWO_OF_THREE
    assert call(zs(*NOISE, 2.1, 0.1, -2.1)).now is None
    assert call(zs(*NOISE, 2.1, 0.1, -0.1, 2.1)).now is None


def test_news_against_a_standing_change_wins_and_news_with_it_does_not() -> None:
    against = call(zs(*[0.5] * 12, -3.5)).now
    assert against is not None and (against.rule, against.side) == (BEYOND, -1)
    agreeing = call(zs(*[0.5] * 12, 3.5)).now
    assert agreeing is not None and agreeing.rule == RUN_OF_EIGHT


def test_figures_taken_on_a_day_need_a_run_that_is_far_away() -> None:
    assert call(zs(*NOISE, *[2.9] * 8), snapshot=True).now is None
    far = call(zs(*NOISE, *[3.1] * 8), snapshot=True).now
    assert far is not None and far.fired == 19
    assert call(zs(*NOISE, 9.0), snapshot=True).now is None
    later = call(zs(*NOISE, *[2.9] * 8, *[4.0] * 3), snapshot=True).now
    assert later is not None and (later.first, later.fired) == (12, 20)


def test_without_limits_only_the_run_can_fire() -> None:
    flat = [Z(0, 0.0)] * 5
    assert call([*flat, Z(-1, None)]).now is None
    assert call([*flat, *[Z(-1, None)] * 8]).now is not None


@given(st.lists(st.floats(-4, 4), max_size=40))
def test_the_mirror_image_gives_the_mirror_verdict(sigmas: list[float]) -> None:
    here, there = call(zs(*sigmas)).now, call(zs(*(-s for s in sigmas))).now
    assert (here is None) == (there is None)
    if here and there:
        assert (here.rule, here.side, here.first, here.fired) == (
            there.rule,
            -there.side,
            there.first,
            there.fired,
        )


@given(st.lists(st.floats(-4, 4), max_size=40))
def test_what_stands_is_marked_on_the_chart(sigmas: list[float]) -> None:
    series = zs(*sigmas)
    now = call(series).now
    if now:
        assert marks(series)[now.fired] is not None
