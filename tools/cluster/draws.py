"""The random choices of a run, number for number those that Lethe makes: the generator is xoroshiro128+ as in pure-rand 8,
seeded as in src/base/prng.ts."""

from typing import TypeVar

from hashing import content_hash

T = TypeVar("T")
LOW = 0xFFFFFFFF  # the low 32 bits


class Prng:
    """The stream of a seed, of which only the low 32 bits count."""

    def __init__(self, seed: int) -> None:
        mixed = ((seed + 1) * 0x9E3779B1) & LOW
        self._s01, self._s00, self._s11, self._s10 = LOW, ~mixed & LOW, mixed, 0

    def _next(self) -> int:
        s01, s00, s11, s10 = self._s01, self._s00, self._s11, self._s10
        a0, a1 = s10 ^ s00, s11 ^ s01
        self._s00 = (s00 << 24 ^ s01 >> 8 ^ a0 ^ a0 << 16) & LOW
        self._s01 = (s01 << 24 ^ s00 >> 8 ^ a1 ^ (a1 << 16 | a0 >> 16)) & LOW
        self._s10 = (a1 << 5 ^ a0 >> 27) & LOW
        self._s11 = (a0 << 5 ^ a1 >> 27) & LOW
        return (s00 + s10) & LOW

    def uniform(self) -> float:
        """In [0, 1), a multiple of 2^-53."""
        high = self._next() & 0x3FFFFFF
        return high * 2.0**-26 + (self._next() & 0x7FFFFFF) * 2.0**-53

    def shuffled(self, items: list[T]) -> list[T]:
        """A copy sorted by random keys."""
        keys = [self.uniform() for _ in items]
        return [items[i] for i in sorted(range(len(items)), key=keys.__getitem__)]


def draw(n: int, *parts: str) -> int:
    """A draw from 0 … n − 1 that depends only on the parts."""
    return int(content_hash(*parts)[:12], 16) % n
