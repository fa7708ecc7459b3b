"""The program itself on a PostgreSQL server that is stopped and started."""

import pytest


@pytest.fixture
def world(make_world, own_server):
    """An empty world on a server of its own."""
    return make_world(own_server.address)
