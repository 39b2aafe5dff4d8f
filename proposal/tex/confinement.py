"""Lets TeX read its own files and a scratch folder, write to that folder, and reach no network.

Templates and packages are programs, and they may come from anybody. What TeX itself forbids
differs from release to release: TeX Live 2026 lets a document read every file. So Linux does it:
*Landlock* (landlock(7)) says which files a process may use, *seccomp* (seccomp(2)) takes the
call by which it would reach a network. Both work for every user, and in containers. They are
asked for directly, because neither Python nor util-linux 2.38 has a command for them.

A process is confined by the thread that starts it: the thread confines itself, which the new
process inherits, and waits until that ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import stat
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from msgspec import Struct

from proposal.caching import cache_folder
from proposal.diagnostics import Diagnostic, Severity

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""Numbers of Landlock's system calls, the same on all processors that Python runs on."""
_ASK_VERSION = 1
_PATH_BENEATH = 1

# Rights to files and folders, as linux/landlock.h counts them.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_MOVE, _TRUNCATE, _CONTROL_DEVICE = 1 << 13, 1 << 14, 1 << 15
_FIRST_RIGHTS = _MOVE - 1
"""All rights that the first version of Landlock knows."""
_SPECIAL_FILES = sum(1 << bit for bit in (6, 9, 10, 11))
"""To make devices, sockets and pipes, which nothing here needs."""
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _CONTROL_DEVICE
_READ = _EXECUTE | _READ_FILE | _READ_FOLDER
_WRITE = (_FIRST_RIGHTS | _MOVE | _TRUNCATE) & ~_EXECUTE & ~_SPECIAL_FILES
_NETWORK = 0b11
"""To offer TCP connections, and to open them."""
_SCOPE = 0b11
"""No signals and no abstract sockets to processes that are not confined."""

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
"""Of prctl(2)."""
_CALLS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By processor: its number for seccomp, and that of the system call `socket`."""
_URING = 425
"""The system call `io_uring_setup`, by which sockets can be made, too."""
_OTHER_CALLS = 0x40000000
"""Where the numbers of another set of system calls begin (x32)."""

_SYSTEM = (
    *("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store"),
    *("/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec"),
    *("/usr/share", "/usr/local/bin", "/usr/local/lib", "/usr/local/share"),
    *("/etc/ld.so.cache", "/etc/fonts", "/etc/perl", "/etc/texmf", "/etc/papersize"),
    *("/var/cache/fontconfig", "/dev/urandom", "/dev/zero"),
)
"""The system's programs, with the libraries and fonts that they read; nothing of a user's."""
UNCONFINED = "this system cannot keep TeX to its own files, so templates may read all of yours"
_OWN_FONTS = (".fonts", ".local/share/fonts")
"""Below the user's home."""
_NOWHERE = Path("/dev/null")


class Confinement(Struct, frozen=True):
    """What a process and all that it starts may use; everything else is as if it were locked."""

    readable: tuple[Path, ...]
    """Files and folders to read, and to run programs from; those that are missing are left out."""
    writable: tuple[Path, ...]
    """Folders to read and to write."""


def confinement(readable: Sequence[Path], writable: Sequence[Path]) -> Confinement:
    """What a TeX program may use beside the system's programs, libraries and fonts.

    Args:
        readable: TeX's trees, and what else it is to read.
        writable: its scratch folder, and folders with what it keeps for the next time.
    """
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - never fails, unlike Path.home()
    # A tree that holds the user's home, as one that is called `/`, is a mistake.
    trees = (tree for tree in readable if not home.is_relative_to(tree))
    return Confinement(
        (*map(Path, _SYSTEM), *(home / name for name in _OWN_FONTS), *trees), tuple(writable)
    )


@cache
def landlock_version() -> int:
    """The version of Landlock that this system has; 0 if it has none, or has it turned off."""
    if sys.platform != "linux":
        return 0
    try:
        return _call("syscall", _CREATE_RULESET, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def start(
    command: Sequence[str],
    confined: Confinement,
    folder: Path,
    environment: dict[str, str],
    stdin: int | IO[bytes] = subprocess.DEVNULL,
) -> subprocess.Popen[bytes]:
    """Start a process in a group of its own, confined if this system can confine any.

    Args:
        command: the program and its arguments.
        confined: what it may use.
        folder: where it runs.
        environment: all variables that it gets.
        stdin: what it reads.

    Raises:
        OSError: it cannot be started.
    """
    answers: SimpleQueue[subprocess.Popen[bytes] | BaseException] = SimpleQueue()

    def confine_and_start(rules: int | None) -> None:
        try:
            if rules is not None:
                _confine_this_thread(rules)
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except BaseException as reason:  # noqa: BLE001 - raised where it was asked for
            answers.put(reason)
            return
        answers.put(process)
        # Where the thread ends, Linux ends what it has started (see engine.py).
        with contextlib.suppress(ChildProcessError):
            os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)

    with _rules(confined) as rules:
        Thread(target=confine_and_start, args=(rules,), daemon=True).start()
        answer = answers.get()
    if isinstance(answer, BaseException):
        raise answer
    return answer


@contextlib.contextmanager
def _rules(confined: Confinement) -> Iterator[int | None]:
    """The rules of Landlock for a confinement, as a descriptor; nothing if there is no Landlock."""
    version = landlock_version()
    if not version:
        yield None
        return
    known = _FIRST_RIGHTS
    for right, since in ((_MOVE, 2), (_TRUNCATE, 3), (_CONTROL_DEVICE, 5)):
        known |= right if version >= since else 0
    handled = struct.pack("=Q", known)
    if version >= 4:
        handled += struct.pack("=Q", _NETWORK)
    if version >= 6:
        handled += struct.pack("=Q", _SCOPE)
    rules = _call("syscall", _CREATE_RULESET, handled, len(handled), 0)
    try:
        for place in confined.readable:
            _allow(rules, place, _READ & known)
        for place in confined.writable:
            _allow(rules, place, _WRITE & known)
        _allow(rules, _NOWHERE, (_READ_FILE | _WRITE_FILE | _TRUNCATE) & known)
        yield rules
    finally:
        os.close(rules)


def _allow(rules: int, place: Path, rights: int) -> None:
    """Add a rule for a file or folder, if it is there."""
    try:
        found = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(found).st_mode):
            rights &= _OF_FILES
        _call("syscall", _ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", rights, found), 0)
    finally:
        os.close(found)


def _confine_this_thread(rules: int) -> None:
    """Confine this thread, for as long as it lives, with all that it starts."""
    _call("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call("syscall", _RESTRICT_SELF, rules, 0)
    lines = _without_sockets()
    if lines:
        buffer = ctypes.create_string_buffer(lines)
        program = struct.pack("@HP", len(lines) // 8, ctypes.addressof(buffer))
        _call("prctl", _SECCOMP, _FILTER, program, 0, 0)


def _without_sockets() -> bytes:
    """A program for seccomp that refuses sockets; empty on processors that are not known."""
    if platform.machine() not in _CALLS:
        return b""
    processor, socket = _CALLS[platform.machine()]
    load, is_equal, is_at_least, answer = 0x20, 0x15, 0x35, 0x06
    refuse, allow = 0x00050001, 0x7FFF0000  # "operation not permitted", and go on
    lines = (
        (load, 0, 0, 4),  # the processor
        (is_equal, 0, 4, processor),
        (load, 0, 0, 0),  # the number of the call
        (is_equal, 2, 0, socket),
        (is_equal, 1, 0, _URING),
        (is_at_least, 0, 1, _OTHER_CALLS),
        (answer, 0, 0, refuse),
        (answer, 0, 0, allow),
    )
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def _call(name: str, *arguments: int | bytes | None) -> int:
    """Call a function of the C library, and give what it gave.

    Raises:
        OSError: it failed.
    """
    function = ctypes.CDLL(None, use_errno=True)[name]
    function.restype = ctypes.c_long if name == "syscall" else ctypes.c_int
    # They take any number of arguments, all as long as an address.
    wide = (
        argument if isinstance(argument, bytes) else ctypes.c_void_p(argument)
        for argument in arguments
    )
    result = int(function(*wide))
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


def unconfined_note() -> Iterator[Diagnostic]:
    """What there is to say where nothing can be confined; it is said to a user once."""
    if landlock_version():
        return
    sign = cache_folder() / "unconfined"
    try:
        sign.parent.mkdir(parents=True, exist_ok=True)
        sign.touch(exist_ok=False)
    except FileExistsError:
        return
    except OSError:
        pass  # then it is said each time
    hint = "use only templates of people whom you trust, or Linux 5.13 or newer with Landlock"
    yield Diagnostic(Severity.NOTE, "unconfined-tex", UNCONFINED, None, hint)
