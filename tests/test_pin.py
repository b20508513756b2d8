"""The PIN for leaving a public screen."""

import pytest

from livermets_desktop.pin import (
    LOCKED_SECONDS,
    TRIES,
    PinLock,
    hash_pin,
    is_hash,
    is_pin,
    matches,
)

HASHED = hash_pin("004217")
START, SALT, HASH = HASHED[:17], *HASHED.split("$")[4:]


class Clock:
    """A clock that goes when told to."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lock(clock):
    return PinLock(HASHED, clock)


@pytest.mark.parametrize("pin", ["0000", "123456789012"])
def test_four_to_twelve_digits_are_a_pin(pin):
    assert is_pin(pin)


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", " 1234", "١٢٣٤", "²²²²"])
def test_everything_else_is_none(pin):
    assert not is_pin(pin)


def test_a_hash_matches_its_pin_alone():
    assert matches("004217", HASHED)
    assert not any(matches(pin, HASHED) for pin in ("004218", "4217", "", "0042170"))


def test_a_hash_does_not_hold_the_pin_and_has_a_salt_of_its_own():
    assert "004217" not in HASHED
    assert hash_pin("004217") != HASHED
    assert HASHED.startswith("scrypt$16384$8$1$")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "004217",
        "scrypt$",
        f"{START}{SALT}",
        f"{START}{SALT}${HASH}$",
        f"{START}{SALT}${HASH[:-4]}",
        f"{START}{HASH}${HASH}",
        f"{START}{SALT}${HASH[:-2]}*=",
        f"{START}{SALT}$ {HASH}",
        f"scrypt$2$8$1${SALT}${HASH}",
    ],
)
def test_what_is_no_hash_matches_nothing(text):
    assert not is_hash(text)
    assert not matches("004217", text)


def test_the_pin_opens_at_once(lock):
    assert lock.opens("004217")
    assert lock.seconds_left == 0


def test_the_fifth_wrong_try_locks_for_a_minute_the_pin_too(lock, clock):
    assert not any(lock.opens("1111") for _ in range(TRIES - 1))
    assert lock.seconds_left == 0
    assert not lock.opens("1111")
    assert lock.seconds_left == LOCKED_SECONDS
    clock.now += LOCKED_SECONDS - 0.5
    assert lock.seconds_left == 0.5
    assert not lock.opens("004217")
    clock.now += 0.5
    assert lock.opens("004217")


def test_after_the_minute_there_are_five_tries_again(lock, clock):
    for _ in range(TRIES):
        lock.opens("1111")
    clock.now += LOCKED_SECONDS
    assert not any(lock.opens("1111") for _ in range(TRIES - 1))
    assert lock.opens("004217")


def test_tries_while_it_is_locked_do_not_prolong_it(lock, clock):
    for _ in range(TRIES * 3):
        lock.opens("1111")
    assert lock.seconds_left == LOCKED_SECONDS


def test_the_right_pin_forgets_the_wrong_tries(lock):
    for _ in range(TRIES - 1):
        lock.opens("1111")
    assert lock.opens("004217")
    lock.opens("1111")
    assert lock.seconds_left == 0
