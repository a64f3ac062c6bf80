"""All errors that accordingto raises on purpose.

AccordingtoError
├── ReadError              an input that cannot be read; in a batch it becomes a Rejection
│   ├── MissingInput       no such file, or no permission to read it
│   ├── AddressGiven       an address where a file was meant
│   ├── EmptyInput         nothing in it, or nothing but white space
│   ├── TooLarge           over the size limit
│   ├── NotText            binary data, or a charset that cannot be told
│   ├── NoArticle          HTML in which no report was found
│   ├── NoTextLayer        a PDF of pictures
│   ├── PasswordProtected  a PDF that wants a password
│   ├── Damaged            a file that breaks its own format
│   ├── OtherLanguage      a report in a language that accordingto does not read yet
│   ├── OnlyLinked         an entry of a feed that has no report in it, only a link to one
│   ├── AddressRefused     an address that is not fetched: not http(s), or not of the public internet
│   ├── RobotsForbid       an address that its site asks programs not to fetch
│   ├── Unreachable        an address that gave no report: no answer, an error, or not in time
│   ├── TookTooLong        a report that was not read in the time that a batch gives to each
│   ├── TookTooMuch        a report whose reading took more memory than a batch allows
│   └── ReaderDied         a report at which the reading process ended, twice
├── ModelError             the model's files are missing, or not what their config says
├── ProfileError           a coding profile that is not there, or has a mistake
├── RegisterError          a file of the register of record that has a mistake
├── CasebookError          a casebook that cannot be used as asked
│   ├── NoCasebook         no casebook there, or something that is none
│   ├── CasebookBusy       another program is writing in it
│   ├── UnknownTarget      a decision about something that is not in the casebook
│   └── WrongFilter        a filter whose value makes no sense
├── AccountsError          accounts of the workbench that cannot be read, or not be changed as asked
│   └── WeakPassword       a password that is too short, or among the first that would be guessed
├── AnnotationError        a file of annotations that cannot be imported
├── BatchError             a batch that cannot go on as asked
├── MissingExtra           a library is missing that an extra of the package brings
└── InvalidRecord          a record whose values contradict each other

Every message names the value and the next step. The command line turns an error into one line and an exit code.
"""

from __future__ import annotations

from typing import ClassVar


class AccordingtoError(Exception):
    """Base of all errors that accordingto raises on purpose."""


class ReadError(AccordingtoError):
    """An input that cannot be read. `code` is the reason as rejections carry it, `name` the input's name."""

    code: ClassVar[str] = "unreadable"

    def __init__(self, name: str, message: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message


class MissingInput(ReadError):
    """No such file, or no permission to read it."""

    code = "missing"


class AddressGiven(ReadError):
    """An address where a file was meant."""

    code = "address"


class EmptyInput(ReadError):
    """Nothing in it, or nothing but white space."""

    code = "empty"


class TooLarge(ReadError):
    """Over the size limit."""

    code = "too_large"


class NotText(ReadError):
    """Binary data, or text in a charset that cannot be told."""

    code = "not_text"


class NoArticle(ReadError):
    """HTML in which no report was found."""

    code = "no_article"


class NoTextLayer(ReadError):
    """A PDF of pictures, without text to read."""

    code = "no_text_layer"


class PasswordProtected(ReadError):
    """A PDF that wants a password."""

    code = "password_protected"


class Damaged(ReadError):
    """A file that breaks its own format."""

    code = "damaged"


class OtherLanguage(ReadError):
    """A report in a language that accordingto does not read yet."""

    code = "other_language"


class OnlyLinked(ReadError):
    """An entry of a feed that has no report in it, only a link to one."""

    code = "only_linked"


class AddressRefused(ReadError):
    """An address that is not fetched: not http(s), or not of the public internet."""

    code = "address_refused"


class RobotsForbid(ReadError):
    """An address that its site asks programs not to fetch (robots.txt)."""

    code = "robots"


class Unreachable(ReadError):
    """An address that gave no report: no answer, an error, or not in time."""

    code = "unreachable"


class TookTooLong(ReadError):
    """A report that was not read in the time that a batch gives to each."""

    code = "timeout"


class TookTooMuch(ReadError):
    """A report whose reading took more memory than a batch allows."""

    code = "memory"


class ReaderDied(ReadError):
    """A report at which the reading process ended, twice."""

    code = "crashed"


class ModelError(AccordingtoError):
    """The model's files are missing, or are not what their config says."""


class ProfileError(AccordingtoError):
    """A coding profile that is not there, or whose file has a mistake."""


class RegisterError(AccordingtoError):
    """A file of the register of record that has a mistake; the message names file, entry and field."""


class CasebookError(AccordingtoError):
    """A casebook that cannot be used as asked."""


class NoCasebook(CasebookError):
    """No casebook there, or something that is none."""


class CasebookBusy(CasebookError):
    """Another program is writing in the casebook."""


class UnknownTarget(CasebookError, ValueError):
    """A decision about something that is not in the casebook, or that cannot be decided so."""


class WrongFilter(CasebookError, ValueError):
    """A filter whose value makes no sense."""


class AccountsError(AccordingtoError):
    """Accounts of the workbench that cannot be read, or not be changed as asked."""


class WeakPassword(AccountsError):
    """A password that is too short, or among the first that would be guessed."""


class AnnotationError(AccordingtoError):
    """A file of annotations that cannot be imported: none of ours, or of another text."""


class BatchError(AccordingtoError):
    """A batch that cannot go on as asked: other input, another program, or a worker that keeps failing."""


class MissingExtra(AccordingtoError):
    """A library is missing that an extra of the package brings."""


class InvalidRecord(AccordingtoError, ValueError):
    """A record whose values contradict each other; also a ValueError, so that decoders report where it stood."""
