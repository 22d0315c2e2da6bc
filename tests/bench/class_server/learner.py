"""A learner by HTTP and websocket, as a browser would be: no short cut past the hub."""

import asyncio
import contextlib
import json
import time
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
from jupyter_server.services.kernels.connection.base import deserialize_binary_message
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

LESSON = "course/notebooks/1_economy/10_trade.ipynb"
PATIENCE = 600  # seconds; twenty learners start on two slow processors


@dataclass
class Answer:
    """What a cell gave: its outputs, the widgets that it made, its error."""

    outputs: list = field(default_factory=list)
    widgets: list = field(default_factory=list)
    error: str = ""

    def text(self):
        """All that it printed or showed as text."""
        shown = [o.get("text") or o["data"].get("text/plain", "") for o in self.outputs]
        return "".join(shown)

    def has_picture(self):
        """Whether it showed a picture."""
        return any("image/png" in output.get("data", {}) for output in self.outputs)


class Learner:
    """One learner's browser; ``link`` is what their instructor sends them."""

    def __init__(self, hub, name):
        self.hub, self.name = hub, name
        self.home = f"{hub.address}/user/{name}"
        self.browser = httpx.AsyncClient(follow_redirects=True, timeout=PATIENCE)

    def link(self, lesson=LESSON):
        """The link that pulls the lessons and opens one, as in docs/class_server.md."""
        asked = self.repository() | {"urlpath": f"lab/tree/{lesson}"}
        return f"{self.hub.address}/hub/user-redirect/git-pull?{urlencode(asked)}"

    def repository(self):
        """What is pulled, from where to where."""
        course = self.hub.course.as_uri()
        return {"repo": course, "branch": "lessons", "targetPath": "course"}

    async def log_in(self, link):
        """Follow the link, give name and password, and wait until the server runs."""
        page = await self.browser.get(link)
        known = {"username": self.name, "password": self.hub.password}
        known["_xsrf"] = self.mark("/hub/")
        page = await self.browser.post(page.url, data=known)
        while "/hub/" in page.url.path:
            if page.status_code != 200:
                raise RuntimeError(f"The server did not start: {page.text[-500:]}")
            await asyncio.sleep(0.2)
            page = await self.browser.get(page.url)
        page.raise_for_status()

    async def pull(self):
        """Do what the link's page does: copy the lessons, or bring them up to date."""
        asked = self.repository()
        asked["targetpath"] = asked.pop("targetPath")
        log = (await self.get("git-pull/api", params=asked)).text
        if '"phase": "finished"' not in log:
            raise RuntimeError(f"The lessons were not pulled: {log[-500:]}")

    async def get(self, path, **options):
        """Ask one's own server."""
        answer = await self.browser.get(f"{self.home}/{path}", **options)
        return answer.raise_for_status()

    async def send(self, method, path, content):
        """Change something on one's own server."""
        own = {"X-XSRFToken": self.mark(f"/user/{self.name}/")}
        path = f"{self.home}/{path}"
        answer = await self.browser.request(method, path, json=content, headers=own)
        return answer.raise_for_status().json()

    async def notebook(self, lesson=LESSON):
        """A notebook of one's own copy."""
        return (await self.get(f"api/contents/{lesson}")).json()["content"]

    async def save(self, notebook, lesson=LESSON):
        """Save a notebook."""
        model = {"type": "notebook", "format": "json", "content": notebook}
        await self.send("PUT", f"api/contents/{lesson}", model)

    @contextlib.asynccontextmanager
    async def kernel(self, lesson=LESSON):
        """Start the kernel of a notebook, and close the connection in the end."""
        asked = {"path": lesson, "name": lesson, "type": "notebook"}
        opened = await self.send("POST", "api/sessions", asked | {"kernel": {}})
        path = f"api/kernels/{opened['kernel']['id']}/channels"
        address = httpx.URL(f"{self.home}/{path}").copy_with(scheme="ws")
        session = uuid.uuid4().hex
        request = HTTPRequest(
            f"{address}?session_id={session}",
            headers={"Cookie": self.cookies(), "Origin": self.hub.address},
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
        )
        socket = await websocket_connect(request, max_message_size=2**26)
        try:
            yield Kernel(socket, session)
        finally:
            socket.close()

    def cookies(self):
        """What the browser would send to one's own server."""
        address = f"{self.home}/api"
        return self.browser.build_request("GET", address).headers.get("Cookie", "")

    def mark(self, path):
        """The mark against forged requests, which the server left for this path."""
        marks = [c for c in self.browser.cookies.jar if c.name == "_xsrf"]
        return next(cookie.value for cookie in marks if cookie.path == path)


class Kernel:
    """The messages to and from a kernel, over one websocket."""

    def __init__(self, socket, session):
        self.socket, self.session = socket, session

    async def run(self, code):
        """Run a cell to its end."""
        content = {"code": code, "silent": False, "store_history": True}
        content |= {"user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        asked, answer = self.ask("execute_request", content), Answer()
        idle = replied = False
        while not (idle and replied):
            message = await self.hear()
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["msg_type"], message["content"]
            idle |= kind == "status" and content["execution_state"] == "idle"
            replied |= kind == "execute_reply"
            if kind in ("stream", "display_data", "execute_result"):
                answer.outputs.append(content)
            elif kind == "error":
                answer.error = f"{content['ename']}: {content['evalue']}"
            elif kind == "comm_open":
                answer.widgets.append(message)
        return answer

    async def move(self, widgets):
        """Choose another option of the first menu, and wait for another picture.

        Raises
        ------
        RuntimeError
            When these widgets hold no menu or no picture.
        """
        menu, picture = (self.find(widgets, kind) for kind in ("Dropdown", "Image"))
        before = [bytes(part) for part in picture["buffers"]]
        chosen = menu["content"]["data"]["state"]["index"]
        other = {"index": 0 if chosen else 1}
        update = {"method": "update", "state": other, "buffer_paths": []}
        comm = picture["content"]["comm_id"]
        self.ask("comm_msg", {"comm_id": menu["content"]["comm_id"], "data": update})
        while True:
            message = await self.hear()
            ours = message["msg_type"] == "comm_msg"
            ours = ours and message["content"]["comm_id"] == comm
            parts = [bytes(part) for part in message.get("buffers", [])]
            if ours and parts and parts != before:
                return

    def find(self, widgets, kind):
        """The message with which the first widget of a kind was made."""
        for message in widgets:
            if message["content"]["data"]["state"].get("_model_name") == f"{kind}Model":
                return message
        raise RuntimeError(f"The lesson showed no {kind}.")

    def ask(self, kind, content):
        """Send a message and give its id."""
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "version": "5.3"}
        header |= {"username": "", "session": self.session, "date": ""}
        message = {"header": header, "parent_header": {}, "metadata": {}}
        message |= {"content": content, "channel": "shell", "buffers": []}
        self.socket.write_message(json.dumps(message))
        return header["msg_id"]

    async def hear(self):
        """The next message."""
        said = await asyncio.wait_for(self.socket.read_message(), PATIENCE)
        if said is None:
            raise RuntimeError("The kernel hung up.")
        return (
            json.loads(said)
            if isinstance(said, str)
            else deserialize_binary_message(said)
        )


@dataclass
class Visit:
    """What one learner waited for, in seconds since the click on the link."""

    name: str
    server: float = 0
    lesson: float = 0
    figure: float = 0
    all_cells: float = 0
    moved: float = 0  # seconds that the move alone took
    failure: str = ""


async def visit(learner):
    """Follow the link, run all cells of lesson 10, move a control, save.

    The kernel goes on when the learner leaves. A failure is told, not raised.
    """
    seen = Visit(learner.name)
    try:
        await _visit(learner, seen)
    except Exception as error:
        seen.failure = f"{type(error).__name__}: {error}"
    return seen


async def _visit(learner, seen):
    start = time.monotonic()
    async with asyncio.timeout(PATIENCE):
        await learner.log_in(learner.link())
        seen.server = time.monotonic() - start
        await learner.pull()
        notebook = await learner.notebook()
        seen.lesson = time.monotonic() - start
        async with learner.kernel() as kernel:
            widgets = await run_all(kernel, notebook, seen, start)
            before = time.monotonic()
            await kernel.move(widgets)
            seen.moved = time.monotonic() - before
        await learner.save(notebook)


async def run_all(kernel, notebook, seen, start):
    """Run the cells in order; give the widgets of the last cell that has a menu."""
    menus = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        answer = await kernel.run(cell["source"])
        if answer.error:
            raise RuntimeError(f"{answer.error} in {cell['source'].splitlines()[0]}")
        if answer.has_picture() and not seen.figure:
            seen.figure = time.monotonic() - start
        if "explore." in cell["source"]:
            menus = answer.widgets
    seen.all_cells = time.monotonic() - start
    return menus
