"""Compares skill_cbor.h with PyPI's cbor2, in both directions, on generated values and on malformed bytes."""

import math
import random
import struct
import subprocess
import sys

import cbor2

random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
tool = subprocess.Popen([sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
failures = 0


class Time(float):
    """Seconds since 1970: tag 1."""


def ask(kind, data):
    tool.stdin.write(kind + struct.pack("<I", len(data)) + data)
    tool.stdin.flush()
    (size,) = struct.unpack("<I", tool.stdout.read(4))
    return tool.stdout.read(size)


def expect(fact, *story):
    global failures
    if not fact:
        failures += 1
        print("FAILED:", *story, file=sys.stderr)
        if failures > 20:
            sys.exit(1)


def neutral(value):
    """The form of codec.h."""
    if value is None:
        return b"n"
    if isinstance(value, bool):
        return b"t" if value else b"f"
    if isinstance(value, int):
        return b"i" + struct.pack("<q", value)
    if isinstance(value, Time):
        return b"T" + struct.pack("<d", value)
    if isinstance(value, float):
        return b"d" + (struct.pack("<d", value) if value == value else b"\0\0\0\0\0\0\xf8\x7f")
    if isinstance(value, str):
        data = value.encode()
        return b"s" + struct.pack("<I", len(data)) + data
    if isinstance(value, bytes):
        return b"b" + struct.pack("<I", len(value)) + value
    if isinstance(value, list):
        return b"[" + struct.pack("<I", len(value)) + b"".join(map(neutral, value))
    return b"{" + struct.pack("<I", len(value)) + b"".join(neutral(k) + neutral(v) for k, v in value.items())


def plain(value):
    """What cbor2 is given: a time is its tag around the shortest number."""
    if isinstance(value, Time):
        return cbor2.CBORTag(1, int(value) if value == int(value) else float(value))
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def sort_keys(value):
    """As the encoding orders them, so that a decoded map compares by its stream."""
    if isinstance(value, list):
        return [sort_keys(item) for item in value]
    if isinstance(value, dict):
        return {k: sort_keys(value[k]) for k in sorted(value, key=lambda k: (len(k.encode()), k.encode()))}
    return value


def text():
    alphabet = random.choice(["abc._", "äßñ", "工业机器人多少钱", "🤖🙂", "\0\x7f\u0080\u07ff\u0800\uffff\U00010000\U0010ffff"])
    return "".join(random.choice(alphabet) for _ in range(random.choice([0, 1, 3, 7, 23, 24, 25, 255, 256, 300])))


def integer():
    edge = random.choice([0, 1, 23, 24, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53, 2**63 - 1])
    number = random.choice([edge, random.getrandbits(random.randint(1, 63))])
    return random.choice([number, -1 - number])


def double():
    return random.choice([
        lambda: random.choice([0.0, -0.0, 1.0, 1.5, 65504.0, 65505.0, 65520.0, 5.960464477539063e-8, 6.1e-5, 2.0**-24,
                               2.0**-25, 2.0**-14, 2.0**-15, 3.4028234663852886e38, 3.402823669209385e38, 1e300, 5e-324,
                               1.401298464324817e-45, 1.1754943508222875e-38, math.inf, -math.inf, math.nan]),
        lambda: struct.unpack("<e", random.randbytes(2))[0],
        lambda: struct.unpack("<f", random.randbytes(4))[0],
        lambda: struct.unpack("<d", random.randbytes(8))[0],
        lambda: random.uniform(-1e6, 1e6),
    ])()


def time():
    return Time(random.choice([random.randint(-2**53, 2**53), random.randint(0, 2**32), random.randint(0, 2**42) / 1000]))


def value(depth=0):
    makers = [lambda: None, lambda: random.random() < 0.5, integer, integer, double, double, time, text,
              lambda: random.randbytes(random.choice([0, 1, 23, 24, 256, 70000 if depth == 0 else 9]))]
    if depth < 5:
        size = lambda: random.choice([0, 1, 2, 3, 5, 24, 30]) if depth < 2 else random.choice([0, 1, 2])
        makers += [lambda: [value(depth + 1) for _ in range(size())],
                   lambda: {text(): value(depth + 1) for _ in range(size())}] * 2
    return random.choice(makers)()


def check_value(original):
    expected = cbor2.dumps(plain(original), canonical=True)
    encoded = ask(b"E", neutral(original))
    expect(encoded == expected, "encoding", repr(original)[:300], encoded[:60].hex(), "is not", expected[:60].hex())
    expect(ask(b"C", expected) == b"", "refused", ask(b"C", expected), repr(original)[:300])
    expect(ask(b"D", expected) == neutral(sort_keys(original)), "decoding", repr(original)[:300])
    return expected


def check_malformed(good):
    """Whatever a change does to good bytes: what the checker accepts is what cbor2 reads and writes the same way."""
    data = bytearray(good[:400])
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(data) + 1)
        match random.randrange(4):
            case 0: data[at:at + 1] = b""
            case 1: data[at:at] = random.randbytes(1)
            case 2: data[at:at + 1] = random.randbytes(1)
            case 3: del data[at:]
    data = bytes(data)
    if ask(b"C", data) != b"":
        return 1
    again = cbor2.loads(data, semantic_decoders={1: lambda seconds, _: cbor2.CBORTag(1, seconds)})
    expect(cbor2.dumps(again, canonical=True) == data, "accepted", data.hex())
    return 0


REFUSED = {
    "": "cut short", "18": "cut short", "6261": "cut short", "8301": "cut short", "a16161": "cut short", "c1": "cut short",
    "0000": "bytes after the value",
    "1817": "a head is not in its shortest form", "190017": "a head is not in its shortest form",
    "1a0000ffff": "a head is not in its shortest form", "1b00000000ffffffff": "a head is not in its shortest form",
    "7800": "a head is not in its shortest form", "9800": "a head is not in its shortest form",
    "d801f6": "a head is not in its shortest form",
    "1b8000000000000000": "an integer is out of range", "3b8000000000000000": "an integer is out of range",
    "fa3fc00000": "a float is not in its shortest form", "fb3ff8000000000000": "a float is not in its shortest form",
    "f97e01": "a float is not in its shortest form", "fa7fc00000": "a float is not in its shortest form",
    "fb7ff8000000000000": "a float is not in its shortest form",
    "f7": "unknown simple value", "e0": "unknown simple value", "f820": "unknown simple value",
    "9fff": "indefinite length or reserved head", "5f4100ff": "indefinite length or reserved head",
    "7f6161ff": "indefinite length or reserved head", "bfff": "indefinite length or reserved head",
    "1c": "indefinite length or reserved head", "ff": "indefinite length or reserved head",
    "c074323031332d30332d32315432303a30343a30305a": "unknown tag", "c249010000000000000000": "unknown tag",
    "c1c100": "unknown tag", "c16161": "a time is not a number", "c1f6": "unknown simple value",
    "c1f93c00": "a time of whole seconds is not an integer", "c1f97c00": "a time is out of range",
    "c1f97e00": "a time is out of range", "c1fb7e37e43c8800759c": "a time is out of range", "c11b0020000000000001": "a time is out of range",
    "61ff": "text is not UTF-8", "62c080": "text is not UTF-8", "63eda080": "text is not UTF-8",
    "64f4908080": "text is not UTF-8", "62c328": "text is not UTF-8", "61c3": "text is not UTF-8",
    "a10000": "a map key is not text", "a1416100": "a map key is not text", "a1c10000": "a map key is not text",
    "a2616100616100": "a map key comes twice", "a2616200616100": "map keys are not sorted",
    "a262616100616200": "map keys are not sorted",
    "81" * 33 + "00": "nested too deep",
    "9b7fffffffffffffff": "cut short", "bb7fffffffffffffff": "cut short", "7b7fffffffffffffff": "cut short",
}

for data, reason in REFUSED.items():
    said = ask(b"C", bytes.fromhex(data)).decode()
    expect(said == reason, data, "should be refused with", repr(reason), "and was with", repr(said))
expect(ask(b"C", bytes.fromhex("81" * 32 + "00")) == b"", "32 containers are allowed")
expect(ask(b"C", bytes.fromhex("c11b0020000000000000")) == b"", "2^53 seconds are allowed")

count, refused = 6000, 0
for _ in range(count):
    refused += check_malformed(check_value(value()))
for _ in range(300):  # a large map, written in any order
    keys = list({text() for _ in range(random.randint(2, 400))})
    check_value({key: integer() for key in keys})
expect(refused > count / 2, "too few of the damaged inputs were refused:", refused)
tool.stdin.close()
if failures or tool.wait():
    sys.exit(1)
print(f"cbor: {count} values equal in both directions, {refused} of as many damaged inputs refused, {len(REFUSED)} by name")
