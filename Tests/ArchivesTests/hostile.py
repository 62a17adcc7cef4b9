"""Writes archives that nobody may unpack, one for each trick: hostile.py FOLDER."""

import random, struct, sys, zlib

GZIP, ZSTD, ZIP = "tar.gz", "tar.zst", "zip"
SIZE = 512


# -- tar, byte by byte: what tarfile would refuse to write can be said here -----------------------------------------

def header(name, content=b"", kind=b"0", mode=0o644, link=b"", magic=b"ustar\x0000", size=None, prefix=b""):
    size = b"%011o\0" % len(content) if size is None else size
    block = struct.pack(
        "100s8s8s8s12s12s8sc100s8s32s32s8s8s155s12x", name, b"%07o\0" % mode, b"0" * 7, b"0" * 7, size, b"0" * 11,
        b" " * 8, kind, link, magic, b"", b"", b"0" * 7, b"0" * 7, prefix)
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def padded(content):
    return content + b"\0" * (-len(content) % SIZE)


def entry(name, content=b"x", **more):
    name = name.encode() if isinstance(name, str) else name
    return header(name, content, **more) + padded(content)


def folder(name):
    return entry(name, b"", kind=b"5", mode=0o755)


def fact(key, value):
    body = b" %s=%s\n" % (key, value)
    length = len(body) + 1
    while len(b"%d" % length) + len(body) != length:
        length += 1
    return b"%d" % length + body


def facts(*pairs):
    return entry("PaxHeaders/a", b"".join(fact(*pair) for pair in pairs), kind=b"x")


GOOD = entry("greeter/skill.yaml", b"id: greeter\n")
END = b"\0" * 2 * SIZE


def tars():
    def one(name, **more):
        return GOOD + entry(name, **more) + END

    yield "traversal", one("greeter/../../evil")
    yield "absolute", one("/tmp/evil")
    yield "dot", one("./greeter/a")
    yield "doubled slash", one("greeter//a")
    yield "backslash", one("greeter\\..\\..\\evil")
    yield "drive", one("C:/evil")
    yield "symbolic link", one("greeter/a", content=b"", kind=b"2", link=b"/etc/passwd")
    yield "link and through it", (
        entry("greeter/a", b"", kind=b"2", link=b"/tmp") + entry("greeter/a/evil") + END)
    yield "hard link", one("greeter/a", content=b"", kind=b"1", link=b"greeter/skill.yaml")
    yield "file with a link", one("greeter/a", link=b"/etc/passwd")
    yield "character device", one("greeter/a", content=b"", kind=b"3")
    yield "block device", one("greeter/a", content=b"", kind=b"4")
    yield "pipe", one("greeter/a", content=b"", kind=b"6")
    yield "device by its mode", one("greeter/a", mode=0o20644)
    yield "contiguous", one("greeter/a", kind=b"7")
    yield "sparse", one("greeter/a", kind=b"S", magic=b"ustar  \0")
    yield "sparse by facts", GOOD + facts((b"GNU.sparse.major", b"1")) + entry("greeter/a") + END
    yield "incremental", one("greeter/a", magic=b"ustar  \0", prefix=b"14000000000")
    yield "volumes", one("greeter/a", kind=b"M", magic=b"ustar  \0")
    yield "volume label", one("greeter", content=b"", kind=b"V", magic=b"ustar  \0")
    yield "global facts", entry("pax_global_header", fact(b"path", b"/tmp/evil"), kind=b"g") + GOOD + END
    yield "traversal by facts", GOOD + facts((b"path", b"greeter/../../evil")) + entry("greeter/a") + END
    yield "link by facts", GOOD + facts((b"linkpath", b"/etc/passwd")) + entry("greeter/a") + END
    yield "size by facts", GOOD + facts((b"size", b"0")) + entry("greeter/a") + END
    yield "facts twice", GOOD + facts((b"path", b"greeter/a"), (b"path", b"../evil")) + entry("greeter/a") + END
    yield "facts that are none", GOOD + entry("x", b"9999 path=a\n", kind=b"x") + entry("greeter/a") + END
    yield "facts without end", GOOD + facts((b"path", b"greeter/a")) + END
    yield "facts with a zero", GOOD + facts((b"path", b"greeter/a\0b")) + entry("greeter/a") + END
    yield "large facts", GOOD + facts((b"comment", b"x" * 9000)) + entry("greeter/a") + END
    yield "traversal by long name", (
        GOOD + entry("././@LongLink", b"greeter/../../evil\0", kind=b"L", magic=b"ustar  \0")
        + entry("greeter/a", magic=b"ustar  \0") + END)
    yield "two names", (
        GOOD + entry("././@LongLink", b"greeter/b\0", kind=b"L", magic=b"ustar  \0")
        + facts((b"path", b"greeter/c")) + entry("greeter/a") + END)
    yield "long name of a link", one("././@LongLink", content=b"/etc/passwd\0", kind=b"K", magic=b"ustar  \0")
    yield "setuid", one("greeter/lib/a", mode=0o4755)
    yield "twice", one("greeter/skill.yaml")
    yield "capitals", one("greeter/SKILL.yaml")
    yield "capitals of a folder", GOOD + entry("greeter/lib/a") + entry("greeter/Lib/b") + END
    yield "sharp s", GOOD + entry("greeter/Straße") + entry("greeter/STRASSE") + END
    yield "accent apart", one("greeter/e\u0301")
    yield "file as folder", one("greeter/skill.yaml/a")
    yield "folder as file", GOOD + entry("greeter/a/b") + entry("greeter/a") + END
    yield "line end", one("greeter/a\nb")
    yield "escape", one("greeter/\x1b[2Ja")
    yield "right to left", one("greeter/\u202egnp.so")
    yield "no character", one(b"greeter/\xff")
    yield "overlong slash", one(b"greeter/..\xc0\xafevil")
    yield "space at the end", one("greeter/a ")
    yield "dot at the end", one("greeter/a.")
    yield "long path", GOOD + facts((b"path", b"greeter/" + b"a" * 200)) + entry("greeter/a") + END
    yield "deep", one("greeter/" + "a/" * 16 + "a")
    yield "many", GOOD + b"".join(entry("greeter/%d" % number, b"") for number in range(2000)) + END
    yield "many folders", GOOD + b"".join(folder("greeter/%d/" % number) for number in range(2000)) + END
    yield "two folders", one("other/a")
    yield "no folder", one("a")
    yield "hidden folder", entry(".ssh/authorized_keys") + END
    yield "origin", one("greeter/.origin.json")
    yield "lock", one("greeter/skills.lock")
    yield "check sum", GOOD[:10] + b"X" + GOOD[11:] + END
    yield "cut in a file", GOOD + entry("greeter/a", b"x" * 4096)[:2048]
    yield "without end", GOOD
    yield "half an end", GOOD + END[:SIZE]
    yield "two in one", GOOD + END + entry("greeter/evil") + END
    yield "between the ends", GOOD + END[:SIZE] + entry("greeter/evil") + END
    yield "after the end", GOOD + END + b"evil"
    yield "folder with content", GOOD + entry("greeter/a/", b"x", kind=b"5") + END
    yield "binary size", one("greeter/a", size=b"\x80" + b"\0" * 10 + b"\x01")
    yield "negative size", one("greeter/a", size=b"-0000000001\0")
    yield "size that is a lie", GOOD + entry("greeter/a", size=b"77777777777\0") + END
    yield "behind the name", one(b"greeter/a\0evil")
    yield "old form", one("greeter/a", magic=b"\0" * 8)
    yield "nothing", END
    yield "folders only", folder("greeter/") + END
    yield "endless headers", GOOD + facts((b"comment", b"a")) * 3 + END


# -- compressions ----------------------------------------------------------------------------------------------------

def gzip(content):
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    return squeeze.compress(content) + squeeze.flush()


def zstd(*parts, window=b"\x58", flags=0, more=b""):
    """A frame of bytes as they are, which any decoder takes; a number is so many MiB of zeros in 32 bytes each."""
    blocks = []
    for part in parts:
        if isinstance(part, int):
            blocks += [(1, 131072, b"\0")] * (part * 8)
        else:
            cut = [part[start:start + 131072] for start in range(0, len(part), 131072)]
            blocks += [(0, len(piece), piece) for piece in cut]
    blocks.append((0, 0, b""))
    return b"\x28\xb5\x2f\xfd" + bytes([flags]) + window + more + b"".join(
        struct.pack("<I", size << 3 | kind << 1 | (number == len(blocks) - 1))[:3] + content
        for number, (kind, size, content) in enumerate(blocks))


def noise(length):
    """Bytes that do not get smaller, the same each time."""
    return random.Random(1).randbytes(length)


def large(name, megabytes):
    return entry(name, size=b"%011o\0" % (megabytes << 20))[:SIZE]


def compressions():
    honest = GOOD + END
    yield "plain.tar", honest
    yield "empty.skill", b""
    yield "text.skill", b"id: greeter\n"
    yield "squeezed.tar.xz", b"\xfd7zXZ\0" + b"\0" * 32
    yield "squeezed.tar.bz2", b"BZh91AY&SY" + b"\0" * 32
    yield "squeezed.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 32
    yield "two members.tar.gz", gzip(GOOD) + gzip(entry("greeter/evil") + END)
    yield "empty member.tar.gz", gzip(b"") + gzip(honest)
    yield "after it.tar.gz", gzip(honest) + b"evil"
    yield "cut.tar.gz", gzip(honest)[:-9]
    yield "check sum of it.tar.gz", gzip(honest)[:-8] + b"\0" * 8
    yield "broken.tar.gz", gzip(honest)[:20] + b"\xff" * 40
    yield "two layers.tar.gz", gzip(gzip(honest))
    yield "two layers.tar.zst", zstd(zstd(honest))
    yield "two frames.tar.zst", zstd(GOOD) + zstd(entry("greeter/evil") + END)
    yield "skippable frame.tar.zst", zstd(honest) + b"\x50\x2a\x4d\x18\x04\0\0\0evil"
    yield "after it.tar.zst", zstd(honest) + b"evil"
    yield "cut.tar.zst", zstd(honest)[:-9]
    yield "broken.tar.zst", zstd(b"")[:-3] + struct.pack("<I", 64 << 3 | 5)[:3] + b"\xff" * 64
    yield "large window.tar.zst", zstd(honest, window=b"\x88")
    yield "huge window.tar.zst", zstd(honest, window=b"\xff")
    yield "dictionary.tar.zst", zstd(honest, flags=1, more=b"\x07")
    yield "reserved.tar.zst", zstd(honest, flags=8)
    incompressible = entry("greeter/noise", noise(3 << 19))
    yield "zeros.tar.gz", gzip(GOOD + large("greeter/a", 200) + b"\0" * (200 << 20))
    yield "zeros.tar.zst", zstd(GOOD + large("greeter/a", 200), 200)
    yield "one large.tar.zst", zstd(GOOD + incompressible + large("greeter/a", 65), 65, END)
    yield "all large.tar.zst", zstd(
        GOOD + incompressible + large("greeter/a", 48), 48, large("greeter/b", 48), 48, large("greeter/c", 48), 48, END)
    yield "end of zeros.tar.zst", zstd(GOOD + incompressible + END, 140)


# -- zip, byte by byte -----------------------------------------------------------------------------------------------

class Zip:
    """Entries, directory and end; `directory` and `local` change a field in one of both headers."""

    def __init__(self):
        self.body, self.directory, self.count = b"", b"", 0

    def add(self, name, content=b"x", method=8, mode=0o100644, flags=0, size=None, packed=None, check=None, extra=b"",
            local={}, at=None, version=20, note=b"", attributes=0, disk=0, after=b"", host=3):
        name = name.encode() if isinstance(name, str) else name
        if packed is None:
            squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = squeeze.compress(content) + squeeze.flush() if method == 8 else content
        facts = dict(name=name, flags=flags, method=method, check=zlib.crc32(content) if check is None else check,
                     packed=len(packed), size=len(content) if size is None else size, extra=extra, version=version)
        offset = len(self.body) if at is None else at
        if at is None:
            self.body += self.header(b"PK\3\4", **{**facts, **local}) + packed + after
        head = self.header(b"PK\1\2" + struct.pack("<H", host << 8 | 20), note=note, disk=disk,
                           attributes=mode << 16 | attributes, offset=offset, **facts)
        self.directory += head
        self.count += 1
        return self

    @staticmethod
    def header(start, name, flags, method, check, packed, size, extra, version, note=None, disk=0, attributes=0, offset=0):
        head = start + struct.pack("<HHHHHIIIHH", version, flags, method, 0, 33, check, packed, size, len(name), len(extra))
        if note is None:
            return head + name + extra
        return head + struct.pack("<HHHII", len(note), disk, 0, attributes, offset) + name + extra + note

    def done(self, before=b"", gap=b"", note=b"", after=b"", count=None, disk=0, size=None, start=None, locator=b""):
        count = self.count if count is None else count
        start = len(self.body) + len(gap) if start is None else start
        end = struct.pack("<4sHHHHIIH", b"PK\5\6", disk, 0, count, count,
                          len(self.directory) if size is None else size, start, len(note))
        return before + self.body + gap + self.directory + locator + end + note + after


def descriptor(content, packed, size=None):
    return struct.pack("<4sIII", b"PK\7\x08", zlib.crc32(content), packed, len(content) if size is None else size)


def zips():
    def good():
        return Zip().add("greeter/skill.yaml", b"id: greeter\n")

    def one(name, *content, **more):
        return good().add(name, *content, **more).done()

    yield "traversal", one("greeter/../../evil")
    yield "absolute", one("/tmp/evil")
    yield "backslash", one("greeter\\..\\..\\evil", host=0)
    yield "symbolic link", one("greeter/a", b"/etc/passwd", mode=0o120777)
    yield "device", one("greeter/a", b"", mode=0o020644)
    yield "setuid", one("greeter/lib/a", mode=0o104755)
    yield "twice", one("greeter/skill.yaml")
    yield "capitals", one("greeter/Skill.yaml")
    yield "file as folder", one("greeter/skill.yaml/a")
    yield "folder with content", one("greeter/a/", mode=0o040755)
    yield "folder that hides content", one("greeter/a/", b"evil", size=0, mode=0o040755)
    yield "folder without slash", one("greeter/a", b"", mode=0o040755)
    yield "folder by attribute", one("greeter/a", b"", mode=0, attributes=0x10)
    yield "no folder", one("a")
    yield "two folders", one("other/a")
    yield "origin", one("greeter/.origin.json")
    yield "zero in a name", one("greeter/a\0.txt")
    yield "encrypted", one("greeter/a", flags=1)
    yield "strongly encrypted", one("greeter/a", flags=0x41)
    yield "encrypted by AES", one("greeter/a", method=99)
    yield "hidden headers", one("greeter/a", flags=0x2000)
    yield "patched", one("greeter/a", flags=0x20)
    yield "bzip2", one("greeter/a", method=12)
    yield "stored in another size", one("greeter/a", method=0, size=9)
    yield "other name before", one("greeter/a", local={"name": b"greeter/../evil"})
    yield "other size before", one("greeter/a", local={"size": 2})
    yield "other packed size before", one("greeter/a", local={"packed": 2})
    yield "other method before", one("greeter/a", local={"method": 0})
    yield "other check sum before", one("greeter/a", local={"check": 2})
    yield "other flags before", one("greeter/a", local={"flags": 0x800})
    yield "one content for two", one("greeter/a", at=0)
    inner = Zip().add("greeter/b", b"evil")
    yield "one in another", (
        good().add("greeter/a", inner.body, method=0).add("greeter/b", b"evil", at=79).done())
    yield "gap", one("greeter/a", after=b"evil")
    yield "before it", good().done(before=b"#!/bin/sh\n")
    yield "before the directory", good().done(gap=b"evil")
    yield "after it", good().done(after=b"evil")
    yield "note", good().done(note=b"evil")
    yield "note of an entry", one("greeter/a", note=b"evil")
    yield "entry of another volume", one("greeter/a", disk=1)
    yield "another volume", good().done(disk=1)
    yield "count too large", good().done(count=2)
    yield "count too small", good().add("greeter/a").done(count=1)
    yield "directory beyond", good().done(start=0xffff)
    yield "zip64 size", one("greeter/a", size=0xffffffff)
    yield "zip64 field", one("greeter/a", extra=struct.pack("<HHQQ", 1, 16, 1, 1))
    yield "zip64 version", one("greeter/a", version=45)
    yield "zip64 end", good().done(locator=struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1))
    yield "zip64 count", good().done(count=0xffff)
    yield "name in a field", one("greeter/a", extra=struct.pack("<HHBI", 0x7075, 14, 1, 0) + b"../../evi")
    yield "field too long", one("greeter/a", extra=struct.pack("<HH", 0x5455, 99))
    yield "no character", one(b"greeter/\xff", flags=0x800)
    yield "check sum", one("greeter/a", check=1)
    yield "more than it says", one("greeter/a", b"x" * 1000, size=10)
    yield "less than it says", one("greeter/a", size=10)
    yield "cut in a file", one("greeter/a", packed=b"\x4b")
    yield "behind the deflated", one("greeter/a", packed=b"\x03\x00evil", size=0, check=0)
    yield "broken", one("greeter/a", packed=b"\xff" * 9)
    yield "other size after", one("greeter/a", flags=8, after=descriptor(b"x", 3, size=9),
                                  local={"size": 0, "packed": 0, "check": 0})
    yield "nothing after", one("greeter/a", flags=8, local={"size": 0, "packed": 0, "check": 0})
    yield "cut", good().done()[:-9]
    yield "nothing", Zip().done()
    many = good()
    for number in range(2000):
        many.add("greeter/%d" % number, b"")
    yield "many", many.done()
    yield "zeros", one("greeter/a", b"\0" * (60 << 20))
    yield "one large", good().add("greeter/noise", noise(1 << 20)).add("greeter/a", b"\0" * (65 << 20)).done()
    bomb = b"\0" * (44 << 20)
    yield "all large", (good().add("greeter/noise", noise(3 << 19)).add("greeter/a", bomb).add("greeter/b", bomb)
                        .add("greeter/c", bomb).done())


def main(target):
    def write(name, content):
        with open(f"{target}/{name}", "xb") as file:
            file.write(content)

    for name, content in tars():
        write(f"{name}.{GZIP}", gzip(content))
        write(f"{name}.{ZSTD}", zstd(content))
    for name, content in compressions():
        write(name, content)
    for name, content in zips():
        write(f"{name}.{ZIP}", content)


main(sys.argv[1])
