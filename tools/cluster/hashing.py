"""Hashes as Lethe computes them (src/base/hash.ts), by which it knows files and models."""

import hashlib
import json
from pathlib import Path

from transformers.utils import cached_file

PIECE = 2**24  # bytes of a large file that are hashed at once


def content_hash(*parts: str | bytes) -> str:
    """SHA-256 of the parts, each preceded by its length."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(f"{len(data)}:".encode() + data)
    return whole.hexdigest()


def file_hash(path: str) -> str:
    with open(path, "rb") as file:
        hashes = [content_hash(piece) for piece in iter(lambda: file.read(PIECE), b"")]
    return hashes[0] if len(hashes) == 1 else content_hash(*hashes)


def model_hash(model: str, gguf: str | None) -> str:
    """Of the weights of a model, in a folder or of the Hub: of one file, or of the names and hashes of several."""
    def path(name: str) -> str | None:
        return cached_file(model, name, _raise_exceptions_for_missing_entries=False)

    if whole := path(gguf or "model.safetensors"):
        return file_hash(whole)
    if not (index := path("model.safetensors.index.json")):
        return ""
    shards = sorted(set(json.loads(Path(index).read_text(encoding="utf-8"))["weight_map"].values()))
    return content_hash(*(part for shard in shards for part in (shard, file_hash(path(shard) or index))))
