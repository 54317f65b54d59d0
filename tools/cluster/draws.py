"""The random choices of a run, number for number those of Lethe: the generator is xoroshiro128+ as in pure-rand 8,
seeded as in src/base/prng.ts."""

from typing import TypeVar

from hashing import content_hash

T = TypeVar("T")
LOW = 2**32 - 1
ALL = 2**64 - 1


class Prng:
    """The stream of a seed, of which only the low 32 bits count."""

    def __init__(self, seed: int) -> None:
        mixed = (seed + 1) * 0x9E3779B1 & LOW
        self._s0, self._s1 = LOW << 32 | ~mixed & LOW, mixed << 32

    def _next(self) -> int:
        """32 bits."""
        found, mixed = self._s0 + self._s1 & LOW, self._s0 ^ self._s1
        self._s0, self._s1 = _rotated(self._s0, 24) ^ mixed ^ mixed << 16 & ALL, _rotated(mixed, 37)
        return found

    def uniform(self) -> float:
        """In [0, 1), a multiple of 2^-53."""
        high = self._next() & 0x3FFFFFF
        return high * 2.0**-26 + (self._next() & 0x7FFFFFF) * 2.0**-53

    def shuffled(self, items: list[T]) -> list[T]:
        """A copy sorted by random keys."""
        keys = [self.uniform() for _ in items]
        return [items[i] for i in sorted(range(len(items)), key=keys.__getitem__)]


def _rotated(bits: int, by: int) -> int:
    return bits << by & ALL | bits >> 64 - by


def draw(n: int, *parts: str) -> int:
    """A draw from 0 … n − 1 that depends only on the parts."""
    return int(content_hash(*parts)[:12], 16) % n
