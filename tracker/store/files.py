"""Files that only their owner may read: the database, its lock, its backups."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from tracker.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
LOCK_SECONDS = 60.0


def make_folder(folder: Path) -> None:
    """Makes a missing folder, mode 700, where the folder above it exists or it lies in the person's home.

    Elsewhere a mistyped path or a disk that is not mounted would quietly become an empty database: StoreError.
    """
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        if not folder.is_relative_to(Path.home()):
            raise StoreError(
                f"{folder}: there is no such folder",
                "make it, mount its disk, or correct `database` in the configuration",
            )
        make_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def make_file(path: Path) -> None:
    """Makes an empty file, mode 600 from its first moment, where there is none."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, PRIVATE_FILE))


def stamped(path: Path, folder: Path, label: str, now: datetime) -> Path:
    """An unused name in a folder that says whose copy it is, of what and when: tracker-0001-20261123T131440Z.db."""
    name = f"{path.stem}-{label}-{now:%Y%m%dT%H%M%SZ}"
    candidates = (folder / f"{name}{suffix}{path.suffix}" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(candidate for candidate in candidates if not candidate.exists())


def flush(path: Path) -> None:
    """Returns once a file's bytes, or a folder's names, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_private(source: Path, target: Path) -> None:
    """Copies a file's bytes to a new file, mode 600, under its name only once it is whole."""
    part = target.with_name(f"{target.name}.part")
    make_file(part)
    shutil.copyfile(source, part)
    flush(part)
    part.replace(target)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock beside a database, so that one process at a time makes, upgrades or replaces it."""
    try:
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=LOCK_SECONDS, mode=PRIVATE_FILE):
            yield
    except Timeout as error:
        raise StoreError(
            f"{path}: another tracker is making, upgrading or restoring this database", "try again when it is done"
        ) from error
