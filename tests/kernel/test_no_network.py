"""No test reaches the network, neither in pytest itself nor in a kernel it starts."""

import socket

import nbformat
import pytest
from nbclient import NotebookClient

OUTSIDE = "192.0.2.1"  # an address that documentation may use and nobody has
BARRED = "The tests bar the network"
LOOPBACK = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    with socket.create_connection(("localhost", server.getsockname()[1])) as client:
        client.sendall(b"heard")
        print(server.accept()[0].recv(5).decode())
"""
ATTEMPTS = {
    "connection": f"socket.create_connection(({OUTSIDE!r}, 80), timeout=1)",
    "IPv6": "socket.socket(socket.AF_INET6).connect(('2001:db8::1', 80))",
    "datagram": f"socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ({OUTSIDE!r}, 9))",
    "look-up": "socket.getaddrinfo('example.org', 80)",
    "old look-up": "socket.gethostbyname(b'example.org')",
    "reverse look-up": f"socket.gethostbyaddr({OUTSIDE!r})",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_pytest_is_barred(attempt):
    with pytest.raises(OSError, match=BARRED):
        eval(attempt, {"socket": socket})


def test_loopback_works_in_pytest(capsys):
    exec(LOOPBACK, {})
    assert capsys.readouterr().out == "heard\n"


def test_kernels_are_barred_and_loopback_works_there():
    before = nbformat.v4.new_code_cell("dir()")
    loopback = nbformat.v4.new_code_cell(LOOPBACK)
    attempts = [
        nbformat.v4.new_code_cell(attempt, metadata={"tags": ["raises-exception"]})
        for attempt in ATTEMPTS.values()
    ]
    notebook = nbformat.v4.new_notebook(cells=[before, loopback, *attempts])
    NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    assert "network" not in before.outputs[0]["data"]["text/plain"]
    assert loopback.outputs[0]["text"] == "heard\n"
    for cell in attempts:
        assert cell.outputs[-1]["output_type"] == "error", cell.source
        assert BARRED in cell.outputs[-1]["evalue"], cell.source
