"""Finds articles, audits them one by one or side by side, and streams the results in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from auditor.auditing import OUTPUT_LAYERS, audit
from auditor.config import Config
from auditor.engine.rule import Pack
from auditor.findings import Audit
from auditor.load.files import read
from auditor.readers import Unreadable

MANY = 24
"""From so many articles on, the work is shared out unless the caller says otherwise."""

MOST = 64
"""Processes, however many are asked for."""


@dataclass(frozen=True, slots=True)
class Job:
    """Everything a worker needs beside the path."""

    pack: Pack
    config: Config
    today: date | None = None
    layers: tuple[str, ...] = OUTPUT_LAYERS


@dataclass(frozen=True, slots=True)
class Result:
    """One article's audit, or why there is none."""

    path: str
    audit: Audit | None = None
    error: str = ""


def discover(
    paths: Iterable[str], suffixes: Collection[str], *, skip: str | None = None
) -> Iterator[str]:
    """The article files that `paths` name: files as they are, folders opened, each once.

    Inside a folder the order is by name. Left out are names that begin with a dot, links to
    folders, pipes and devices. A folder that cannot be opened is given itself, for the
    reader to say so.

    Args:
        skip: a folder to leave out where it lies in a folder that is searched.
    """
    seen: set[str] = set()
    left_out = os.path.realpath(skip) if skip else None
    for name in paths:
        if name != "-" and _is_folder(name):
            found: Iterable[str] = _inside(name, suffixes, left_out)
        else:
            found = [name]
        for path in found:
            key = path if path == "-" else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _inside(folder: str, suffixes: Collection[str], skip: str | None) -> Iterator[str]:
    closed: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda e: closed.append(e.filename)):
        folders[:] = sorted(
            n
            for n in folders
            if not n.startswith(".") and os.path.realpath(Path(place) / n) != skip
        )
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and path.suffix.lower() in suffixes and _ordinary(path):
                yield str(path)
    yield from closed


def _ordinary(path: Path) -> bool:
    """A file, or something that will turn out not to be readable; never a pipe to wait for."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113


def _is_folder(name: str) -> bool:
    # Path.is_dir raises where a folder above is closed or the name too long; this is False.
    return os.path.isdir(name)  # noqa: PTH112


def audits(paths: Sequence[str], job: Job, jobs: int = 0) -> Iterator[Result]:
    """Audits every path, in order.

    Args:
        jobs: processes; 0 means one, or one a core where there are many articles.
    """
    if jobs < 1:
        jobs = (os.cpu_count() or 1) if len(paths) >= MANY else 1
    jobs = min(jobs, len(paths), MOST)
    if jobs <= 1 or len(paths) < 2:
        for path in paths:
            yield one(path, job)
        return
    yield from _shared(deque(paths), job, jobs)


def one(path: str, job: Job) -> Result:
    """Audits one path; whatever goes wrong becomes a sentence, never an exception."""
    try:
        article = read(path, job.config)
        return Result(
            path, audit(article, job.pack, job.config, today=job.today, layers=job.layers)
        )
    except Unreadable as error:
        return Result(path, error=error.reason)
    except Exception as error:  # one article must not take the run with it
        return Result(path, error=f"the audit broke ({type(error).__name__}: {error})")


_job: Job | None = None


def _start(job: Job) -> None:
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked
    _job = job


def _work(path: str) -> Result:
    assert _job is not None
    return one(path, _job)


def _pool(job: Job, jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, initializer=_start, initargs=(job,))


def _shared(waiting: deque[str], job: Job, jobs: int) -> Iterator[Result]:
    """A window of articles in work. A killed worker costs one article, never the run."""
    pool = _pool(job, jobs)
    running: deque[tuple[str, Future[Result] | None]] = deque()
    try:
        while waiting or running:
            while waiting and len(running) < jobs * 4:
                path = waiting.popleft()
                # Standard input can be read by this process only.
                running.append((path, None if path == "-" else pool.submit(_work, path)))
            path, future = running.popleft()
            try:
                result = one(path, job) if future is None else future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                yield _alone(path, job)
                again = [p for p, _ in running]
                running.clear()
                waiting.extendleft(reversed(again))
                pool = _pool(job, jobs)
                continue
            yield result
    finally:
        # Waited for: a pool still closing when Python ends can break there (CPython's race).
        pool.shutdown(cancel_futures=True)


def _alone(path: str, job: Job) -> Result:
    """Tries an article again in a process of its own, to learn whether it kills its worker."""
    with _pool(job, 1) as pool:
        try:
            return pool.submit(_work, path).result()
        except BrokenProcessPool:
            return Result(path, error="the process that audited it was killed (memory?)")
