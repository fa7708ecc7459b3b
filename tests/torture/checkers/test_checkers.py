"""A check killed at random is done or not done: never a flag without its alerts and their deliveries."""


def test_a_killed_check_is_whole_or_nothing_and_is_made_good_by_the_next(world, torment_checkers, sizes):
    world.fill(sizes.alerts)
    assert torment_checkers() == []


def test_a_check_in_two_transactions_is_caught(world, torment_checkers, sizes):
    world.fill(sizes.alerts)
    assert any("alerts without a delivery" in fault for fault in torment_checkers("two-transactions"))
