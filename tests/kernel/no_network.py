"""Bar the network in this process: run when pytest starts, and when a kernel starts.

An audit hook sees every connection and look-up that Python makes, whichever library
asks for it. It cannot be taken out again, and leaves no name behind in a notebook.
"""


def _bar_network():
    import ipaddress
    import sys

    names = {
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
    }
    connections = {"socket.connect", "socket.sendmsg", "socket.sendto"}

    def refuse(event, arguments):
        if event in names:
            host = arguments[0]
        elif event in connections and isinstance(arguments[1], tuple):
            host = arguments[1]  # not a socket file, nor a connection made before
        else:
            return
        host = host[0] if isinstance(host, tuple) else host
        if not is_here(host):
            raise OSError(f"The tests bar the network: {event} to {host!r}")

    def is_here(host):
        host = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if host in (None, "", "localhost"):
            return True
        try:
            address = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        return address.is_loopback or address.is_unspecified

    sys.addaudithook(refuse)


_bar_network()
del _bar_network
