"""TLS to the pinned address: asked for and verified by the host's name."""

import ssl
import subprocess

import pytest

from tracker.errors import NetError, NetFault
from tracker.net import Client

NAME = "works.example"


def certificate(folder, *, name=NAME, days=2):
    """A certificate that signs itself, and its key, in one file."""
    key, cert = folder / f"{name}.key", folder / f"{name}.crt"
    subject = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", str(days)]
    subprocess.run(["openssl", "req", *kind, "-keyout", key, "-out", cert, *subject], check=True, capture_output=True)
    return cert, key


@pytest.fixture
def secure(web, tmp_path):
    """The web server of the test under TLS; `asked_for` are the names that clients asked for."""
    cert, key = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    web.asked_for = []
    context.sni_callback = lambda _socket, name, _context: web.asked_for.append(name)
    plain = web.get_request

    def get_request():
        connection, address = plain()
        connection.settimeout(5)
        return context.wrap_socket(connection, server_side=True), address

    web.get_request = get_request
    web.cert = cert
    web.pages["/a"] = (200, {}, b"ok")
    return web


def client():
    return Client(timeout=5, allow_private=True, most_redirects=2, resolve=lambda *_: ["127.0.0.1"])


def test_a_trusted_certificate_is_verified_by_the_hosts_name(secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.cert))
    with client() as one:
        for _ in range(3):
            assert one.request("GET", f"https://{NAME}:{secure.server_port}/a").body == b"ok"
    assert secure.asked_for == [NAME]
    assert secure.requests[0][2]["Host"] == f"{NAME}:{secure.server_port}"


def test_a_certificate_that_nobody_vouches_for_is_refused(secure):
    with client() as one, pytest.raises(NetError, match="self-signed certificate") as caught:
        one.request("GET", f"https://{NAME}:{secure.server_port}/a")
    assert caught.value.fault is NetFault.TLS
    assert secure.requests == []


def test_a_certificate_of_another_name_is_refused_and_the_name_not_told(secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.cert))
    with client() as one, pytest.raises(NetError, match="its certificate is another name's") as caught:
        one.request("GET", f"https://canary.example:{secure.server_port}/a", label="channel chat")
    assert "canary" not in str(caught.value)
    assert caught.value.fault is NetFault.TLS


def test_a_server_without_tls_is_told(web):
    with client() as one, pytest.raises(NetError, match="no secure connection") as caught:
        one.request("GET", f"https://{NAME}:{web.server_port}/a")
    assert caught.value.fault is NetFault.TLS


def test_a_redirect_from_https_to_http_is_not_followed(secure, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(secure.cert))
    secure.pages["/b"] = (302, {"Location": f"http://{NAME}:{secure.server_port}/a"}, b"")
    with client() as one, pytest.raises(NetError, match="redirects from https to http") as caught:
        one.request("GET", f"https://{NAME}:{secure.server_port}/b")
    assert caught.value.fault is NetFault.REFUSED
