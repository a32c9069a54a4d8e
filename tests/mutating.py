"""Files as they look while somebody types, and worse: seeded changes to texts that were sound."""

import random
from collections.abc import Iterator, Sequence

PIECES = [
    b"[", b"]", b"{", b"}", b"- ", b"? ", b": ", b"&a ", b"*a", b"!!int ", b"!!binary ", b"!x ",
    b"!!set ", b"<<: ", b"|", b">", b"---\n", b"...\n", b"%YAML 1.2\n", b"\t", b"\r", b"\n", b"  ",
    b"    ", b"'", b'"', b"\\u", b"\\x", b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\x00",
    b"\xff", b"2024-13-45", b"12:30:45", b"0x", b"0o7", b"1e999", b"=", b"~", b"9" * 5000, b"yes",
    b".inf", b"-.nan", b"#", b" #", b"text: ", b"support:\n", b"ref: a\n", b"premises:\n  - ",
    b"id: x\n", b"@", b"`", b"%", b",", b"\xf0\x9f\x98\x80", b"argmap: 1\n", b"null", b"true", b"7",
]  # fmt: skip


def mutated(seeds: Sequence[bytes], seed: int, count: int) -> Iterator[bytes]:
    """Yield so many texts made of others by one to five changes."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _mutated(chance, seeds)


def _mutated(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    text = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 5)):
        kind, at = chance.random(), chance.randrange(len(text) + 1)
        if kind < 0.45:
            text[at:at] = chance.choice(PIECES)
        elif kind < 0.6:
            del text[at : at + chance.randint(1, 6)]
        elif kind < 0.75:
            text[at : at + 1] = bytes([chance.randrange(256)])
        else:
            other = chance.choice(seeds)
            begin = chance.randrange(len(other) + 1)
            text[at:at] = other[begin : begin + chance.randint(1, 20)]
    return bytes(text)
