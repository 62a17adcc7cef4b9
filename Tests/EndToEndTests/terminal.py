"""A customer in a terminal (`concierge chat`): what a human does arrives by itself, while nobody types."""
import json
import os
import pty
import select
import sys
import urllib.request

command, configuration, address, token = sys.argv[1:]


def ask(method, path, body=None):
    request = urllib.request.Request(address + path, method=method, data=json.dumps(body or {}).encode())
    request.add_header("authorization", f"Bearer {token}")
    request.add_header("content-type", "application/json")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


child, terminal = pty.fork()
if child == 0:
    os.environ["NO_COLOR"] = "1"
    os.execv(command, [command, "chat", "--config", configuration, "--customer", "u9", "--conversation", "c9"])
heard = ""


def expect(text):
    """Waits until it is on the screen, and forgets all before it."""
    global heard
    while text not in heard:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"'{text}' did not come; the screen shows: {heard!r}"
        heard += os.read(terminal, 4096).decode(errors="replace")
    heard = heard[heard.index(text) + len(text):]


def write(text):
    os.write(terminal, f"{text}\n".encode())


expect("› ")
write("我要人工")
expect("正在为您转接人工客服")
expect("you are in the queue for a human")
ask("POST", "/v1/conversations/c9/takeover", {"agent": "li"})
expect("a human has taken over")
ask("POST", "/v1/conversations/c9/messages", {"agent": "li", "text": "您好"})
expect("李工: 您好")
assert "asked for a human" not in heard and "o-1001" not in heard, "the customer sees what is the staff's"
ask("POST", "/v1/conversations/c9/close")
expect("the conversation was closed")
write("hello again")
expect("hello again\r\n")
expect("hello again\r\n")
os.write(terminal, b"\x04")
_, status = os.waitpid(child, 0)
assert os.waitstatus_to_exitcode(status) == 0
print("chat: terminal ok")
