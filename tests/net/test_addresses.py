"""Which addresses are refused before anything is connected to."""

from __future__ import annotations

import pytest

from tracker.errors import AddressError, NetFault
from tracker.net import check_url
from tracker.net.addresses import is_public

PRIVATE = [
    "0.0.0.0",  # noqa: S104 - it is looked at, not bound to
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.0.8", "192.0.0.9", "192.88.99.1", "198.18.0.1"),
    *("192.0.2.1", "203.0.113.9", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fe80::1", "fc00::1"),
    *("fec0::1", "ff02::1", "64:ff9b::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::1", "2001:db8::1"),
    *("2001:0:53aa::1", "3fff::1", "100::1", "5f00::1"),
]
PUBLIC = ["8.8.8.8", "93.184.216.34", "192.88.98.1", "2606:4700::1111", "2a00:1450::1"]
DISGUISED = [
    *("http://2130706433/", "http://0x7f.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/"),
    *("http://[::ffff:127.0.0.1]/", "http://[::1]:8080/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/"),
    *("http://localhost/", "http://LOCALHOST./", "http://db.localhost/", "https://[64:ff9b::a00:1]/"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", DISGUISED)
def test_a_private_address_is_known_in_every_disguise(url: str) -> None:
    with pytest.raises(AddressError, match="leads to a private or local address") as caught:
        check_url(url)
    assert caught.value.fault is NetFault.REFUSED
    assert check_url(url, allow_private=True).host in ("127.0.0.1", "::ffff:7f00:1", "::1", "64:ff9b::a00:1") or (
        "localhost" in url.lower()
    )


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://works.example/a", "must begin with https:// or http://"),
        ("file:///etc/passwd", "must begin with https:// or http://"),
        ("works.example/a", "must begin with https:// or http://"),
        ("https://user:canary@works.example/", "https://works.example/: has a user name or a password in it"),
        ("https://@works.example/", "has a user name or a password in it"),
        ("https://works.example:25/", "port 25 is not one of the web"),
        ("https://works.example:465/", "port 465 is not one of the web"),
        ("https://works.example:0/", "port 0 is not one of the web"),
        ("https://works.example:66000/", "is no web address"),
        ("https://works.example/a\r\nHost: b", "without blanks and control characters"),
        ("https://works.example/a\0b", "without blanks and control characters"),
        ("https://works.example/a\u2028b", "without blanks and control characters"),
        ("http://good.example\\@127.0.0.1/", "without blanks and control characters"),
        ("https:///path", "has no usable host name"),
        ("https://%31%32%37.0.0.1/", "has no usable host name"),
        ("https://a..b/", "has no usable host name"),
        (f"https://{'a' * 64}.example/", "has no usable host name"),
        (f"https://{'a.' * 2000}example/", "has no usable host name"),
        ("https://[::1/", "is no web address"),
        (f"https://works.example/{'a' * 9000}", "is no web address"),
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused(url: str, said: str) -> None:
    with pytest.raises(AddressError) as caught:
        check_url(url, allow_private=True)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "canary" not in str(caught.value)


def test_an_address_is_taken_apart() -> None:
    url = check_url("HTTPS://Bücher.Example:8443/a b/é?key=1#part".replace(" ", "%20"))
    assert (url.scheme, url.host, url.port, url.target) == ("https", "xn--bcher-kva.example", 8443, "/a%20b/é?key=1")
    assert str(url) == "https://xn--bcher-kva.example:8443/a%20b/é?key=1"
    assert url.shown == "https://xn--bcher-kva.example:8443/a%20b/é"
    assert str(check_url("http://works.example")) == "http://works.example/"
    assert str(check_url("https://[2606:4700::1111]/")) == "https://[2606:4700::1111]/"


def test_a_secret_address_is_not_in_the_error() -> None:
    with pytest.raises(AddressError) as caught:
        check_url("https://127.0.0.1/services/T0/canary", label="channel chat")
    assert str(caught.value).startswith("channel chat: leads to a private or local address")
    assert "canary" not in repr(caught.value)
