"""Sessions and attempts to log in: they end in time, and take no more memory than they may."""

import pytest

from accordingto.serve.security.attempts import LIMITS, MOST, WINDOW, Attempts
from accordingto.serve.security.sessions import IDLE, PER_ACCOUNT, WHOLE, Sessions


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def sessions(accounts, clock):
    return Sessions(accounts, clock)


def test_a_session_without_requests_ends(sessions, accounts, clock):
    """A browser that was left alone is logged out."""
    number = sessions.begin(accounts.get("reader"))
    clock.now += IDLE
    assert sessions.account(number).name == "reader"
    clock.now += IDLE + 1
    assert sessions.account(number) is None


def test_a_session_ends_however_busy_it_is(sessions, accounts, clock):
    """A stolen session does not last for ever."""
    number = sessions.begin(accounts.get("reader"))
    while clock.now + IDLE / 2 <= WHOLE:
        clock.now += IDLE / 2
        assert sessions.account(number) is not None
    clock.now += IDLE / 2
    assert sessions.account(number) is None


def test_another_password_ends_all_sessions(sessions, accounts):
    """Whoever is in with the old password is out, and the sessions of others go on."""
    mine, other = [sessions.begin(accounts.get("reader")) for _ in range(2)], sessions.begin(accounts.get("admin"))
    accounts.set_password("reader", "another lamp at the harbour")
    assert [sessions.account(number) for number in mine] == [None, None]
    assert sessions.account(other) is not None


def test_a_removed_account_is_out(sessions, accounts):
    """Whose account is taken away is out at the next request."""
    number = sessions.begin(accounts.get("reader"))
    accounts.remove("reader")
    assert sessions.account(number) is None


def test_another_role_holds_at_once(sessions, accounts):
    """A session has the role that its account has now."""
    number = sessions.begin(accounts.get("reviewer"))
    accounts.set_role("reviewer", "reader")
    assert sessions.account(number).role == "reader"


def test_an_account_has_so_many_sessions_and_no_more(sessions, accounts):
    """The oldest ends, so that logging in again and again fills nothing."""
    numbers = [sessions.begin(accounts.get("reader")) for _ in range(PER_ACCOUNT + 5)]
    assert len(sessions) == PER_ACCOUNT
    assert sessions.account(numbers[0]) is None
    assert sessions.account(numbers[-1]) is not None


def test_the_number_of_a_session_is_kept_nowhere(sessions, accounts):
    """Whoever reads the memory of the server finds no number to use."""
    number = sessions.begin(accounts.get("reader"))
    assert number not in sessions._open


def test_a_guesser_waits(clock):
    """After five failures for a name from one place the next must wait, and after the wait may try."""
    attempts = Attempts(clock)
    for _ in range(LIMITS["name and place"]):
        assert attempts.wait("ada", "192.0.2.1") == 0
    clock.now += 60
    assert attempts.wait("ada", "192.0.2.1") == WINDOW - 60
    clock.now += WINDOW
    assert attempts.wait("ada", "192.0.2.1") == 0


def test_a_guesser_does_not_lock_out_the_one_whose_name_it_is(clock):
    """The same name from another place may still try."""
    attempts = Attempts(clock)
    while attempts.wait("ada", "192.0.2.1") == 0:
        pass
    assert attempts.wait("ada", "192.0.2.2") == 0


def test_many_names_from_one_place_wait(clock):
    """Whoever tries one password with many names is stopped, too."""
    attempts = Attempts(clock)
    waits = [attempts.wait(f"n{n}", "192.0.2.1") for n in range(LIMITS["place"] + 1)]
    assert [bool(wait) for wait in waits] == [False] * LIMITS["place"] + [True]


def test_many_places_for_one_name_wait(clock):
    """Whoever has many machines is stopped, too."""
    attempts = Attempts(clock)
    waits = [attempts.wait("ada", f"192.0.2.{n}") for n in range(LIMITS["name"] + 1)]
    assert [bool(wait) for wait in waits] == [False] * LIMITS["name"] + [True]


def test_one_network_of_ipv6_is_one_place(clock):
    """One person has 2^64 addresses there: they count as one."""
    attempts = Attempts(clock)
    waits = [attempts.wait("ada", f"2001:db8::{n:x}") for n in range(LIMITS["name and place"] + 1)]
    assert waits[-1] > 0


def test_who_logs_in_often_is_not_stopped(clock):
    """An attempt that goes well does not count."""
    attempts = Attempts(clock)
    for _ in range(200):
        assert attempts.wait("ada", "192.0.2.1") == 0
        attempts.succeeded("ada", "192.0.2.1")
    assert len(attempts) == 0


def test_attempts_take_bounded_memory(clock):
    """Any number of names and places is remembered up to a bound."""
    attempts = Attempts(clock)
    for n in range(MOST + 500):
        attempts.wait(f"n{n}" * 100, f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    assert len(attempts) <= 3 * MOST
