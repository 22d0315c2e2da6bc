"""Kernels that start at once can be interrupted, and end, as any other kernel."""

import sys
import time
from pathlib import Path

import pytest
from jupyter_client.manager import KernelManager

from tests.kernel.warm import kernels


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere kernels start as usual")
def test_a_warm_kernel_is_interrupted_and_ends_with_its_starter(monkeypatch):
    with kernels() as environment:
        monkeypatch.setenv("JUPYTER_PATH", environment["JUPYTER_PATH"])
        manager = KernelManager(kernel_name="python3")
        manager.start_kernel()
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        printed = []

        def interrupt_once_printed(message):
            if "text" in message["content"]:
                printed.append(message["content"]["text"])
                manager.interrupt_kernel()

        reply = client.execute_interactive(
            "import os, time; print(os.getpid(), flush=True); time.sleep(60)",
            timeout=50,
            output_hook=interrupt_once_printed,
        )
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        end = time.monotonic() + 20
        while Path("/proc", printed[0].strip()).exists():
            assert time.monotonic() < end, "the kernel has outlived its starter"
            time.sleep(0.05)
