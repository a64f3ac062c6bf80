"""The server itself: how long it waits, how much it takes, and whom it believes."""

import contextlib
import http.client
import socket
import ssl
import threading
import time

import pytest
import trustme
import uvicorn

from accordingto.serve import run as running


@pytest.fixture
def served(casebook, monkeypatch, accounts):
    """Start a workbench: `served(…)` gives its port; it stops with the test."""
    servers, threads = [], []

    class Kept(uvicorn.Server):
        def __init__(self, config):
            super().__init__(config)
            servers.append(self)

        @contextlib.contextmanager
        def capture_signals(self):
            yield  # signals are the main thread's

    monkeypatch.setattr(uvicorn, "Server", Kept)

    def start(**options):
        ports = []
        from accordingto.serve.starting import safety_of

        safety = safety_of("x.db", host="127.0.0.1", accounts=accounts.path, **options.pop("safety", {}))
        arguments = {"name": "c", "who": "t", "host": "127.0.0.1", "port": 0, "threads": 1, "safety": safety}
        told = {"ready": lambda _, port: ports.append(port)}
        threads.append(threading.Thread(target=lambda: running.run(casebook, **arguments, **told, **options)))
        threads[-1].start()
        until = time.monotonic() + 60
        while not (ports and servers and servers[-1].started):
            assert time.monotonic() < until
            time.sleep(0.02)
        return ports[0]

    yield start
    for server in servers:
        server.should_exit = True
    for thread in threads:
        thread.join(30)


def asked(port, path="/login", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    return answer, answer.read()


def test_it_takes_what_it_may_and_no_more(served, monkeypatch):
    """A head that is too long or too slow ends the connection; what comes in time is answered."""
    monkeypatch.setattr(running, "HEAD_TIME", 0.5)
    port = served()
    assert asked(port)[0].status == 200
    with contextlib.suppress(ConnectionError):  # it may be closed while it still sends
        assert asked(port, "/login?" + "a" * 1_000_000)[0].status == 400
    with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
        slow.sendall(b"GET /login HTTP/1.1\r\nHost: 127")
        assert slow.recv(100) == b""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as idle:
        assert idle.recv(100) == b""


def test_a_body_that_never_ends_is_given_up(served, monkeypatch):
    """Whoever announces a body and sends none of it is told so, and let go."""
    from accordingto.serve.security import gate

    monkeypatch.setattr(gate, "PAUSE", 0.3)
    port = served()
    with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
        slow.sendall(
            f"POST /login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 100\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n\r\nname=".encode()
        )
        assert slow.recv(1000).startswith(b"HTTP/1.1 408")


def test_a_proxy_that_was_not_named_is_not_believed(served, tmp_path):
    """Who connects is who is counted: a header of anybody's does not change it."""
    port = served(safety={"log": tmp_path / "log"})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/login", headers={"X-Forwarded-For": "192.0.2.9", "Content-Length": "0"})
    connection.getresponse().read()
    assert '"address": "127.0.0.1"' in (tmp_path / "log").read_text()


def test_a_proxy_that_was_named_is_believed(served, tmp_path):
    """Its header says who asks, and that it was by https."""
    port = served(safety={"log": tmp_path / "log", "proxies": ["127.0.0.1"]}, proxies=["127.0.0.1"])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {
        "X-Forwarded-For": "192.0.2.9",
        "X-Forwarded-Proto": "https",
        "Origin": f"https://127.0.0.1:{port}",
        "Content-Length": "0",
    }
    connection.request("POST", "/login", headers=headers)
    assert b"cannot write here" not in connection.getresponse().read()
    assert '"address": "192.0.2.9"' in (tmp_path / "log").read_text()


def test_it_speaks_tls(served, tmp_path):
    """With a certificate and its key."""
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    issued.private_key_pem.write_to_path(tmp_path / "key.pem")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    port = served(safety={"tls": True}, certfile=tmp_path / "cert.pem", keyfile=tmp_path / "key.pem")
    context = ssl.create_default_context()
    authority.configure_trust(context)
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=30)
    connection.request("GET", "/login")
    answer = connection.getresponse()
    assert answer.status == 200
    assert "Secure" in answer.getheader("set-cookie")


def test_a_port_that_is_taken_is_told(casebook, accounts):
    """An error with the port's reason, before anything is served."""
    from accordingto.serve.starting import safety_of

    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        running.run(
            casebook, name="c", who="t", host="127.0.0.1", port=taken.getsockname()[1], threads=1,
            safety=safety_of("x.db", host="127.0.0.1", accounts=accounts.path), ready=lambda *_: None,
        )  # fmt: skip
