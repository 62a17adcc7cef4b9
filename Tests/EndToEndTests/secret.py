"""A password at a terminal (`concierge skill sign`): asked for, never shown, and ^C ends the question, not the terminal."""
import os
import pty
import select
import sys

command = sys.argv[1]


def run(words, answers):
    """The exit code, and all that the screen showed."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["NO_COLOR"] = "1"
        os.execv(command, [command, "skill", *words])
    shown = ""
    for question, answer in answers:
        while not shown.endswith(question):
            ready, _, _ = select.select([terminal], [], [], 60)
            assert ready, f"'{question}' did not come; the screen shows: {shown!r}"
            shown += os.read(terminal, 4096).decode()
        os.write(terminal, answer)
    try:
        while part := os.read(terminal, 4096).decode():
            shown += part
    except OSError:
        pass
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


code, shown = run(["sign", "--generate", "k"], [("new key: ", b"hidden\n"), ("once more: ", b"hidden\n")])
assert code == 0 and "hidden" not in shown, shown
code, shown = run(["sign", "hello-c", "--key", "k"], [("password of k: ", b"hidden\n")])
assert code == 0 and "hidden" not in shown, shown
code, shown = run(["sign", "--generate", "k2"], [("new key: ", b"hidden\n"), ("once more: ", b"other\n")])
assert code == 1 and "the passwords differ; try again" in shown, shown
code, shown = run(["sign", "--generate", "k2"], [("new key: ", b"hid\x03")])
assert code == 1 and "no password was given; type one, or say --no-password" in shown, shown
assert not os.path.exists("k2")
