"""Secrets: looked up when they are needed, in the environment, in a file or in the keyring, and shown nowhere.

The settings say where a secret stands, never what it is. It is read for each connection anew, so that a changed one
needs no restart.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import ConfigError, MissingVariableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OTHERS = stat.S_IROTH | stat.S_IWOTH
_LARGEST = 65_536


@dataclass(frozen=True, slots=True)
class Secrets:
    """Where the secrets of one channel are to be found.

    place         how errors name the channel: "config.toml: channels.mail"
    environment   the variables by name
    folder        what a relative path is counted from: the folder of the settings
    """

    place: str
    environment: Mapping[str, str]
    folder: Path

    def one(self, key: str, *, env: str = "", file: str = "", keyring: str = "") -> Secret | None:
        """The secret that one of three keys names; None where none does. Raises ConfigError where several do."""
        found = self.several(key, env=[env] * bool(env), file=[file] * bool(file), keyring=[keyring] * bool(keyring))
        if len(found) > 1:
            names = " and ".join(f"{key}_{secret.kind}" for secret in found)
            raise ConfigError(f"{self.place}: {names} are both there", "one of them is enough")
        return found[0] if found else None

    def several(
        self, key: str, *, env: Iterable[str] = (), file: Iterable[str] = (), keyring: Iterable[str] = ()
    ) -> tuple[Secret, ...]:
        """All secrets that the three keys name."""
        named = [("env", name) for name in env]
        named += [("file", str(self.folder / Path(name).expanduser())) for name in file]
        named += [("keyring", name) for name in keyring]
        return tuple(Secret(f"{self.place}: {key}_{kind}", kind, name, self.environment) for kind, name in named)

    def for_channel(self, name: str) -> Secrets:
        """The same for the channel of a name."""
        return replace(self, place=f"{self.place}: channels.{name}")


class Secret:
    """A place where a secret stands, `place` as errors name it. Neither its text nor its repr tells more than that."""

    def __init__(self, place: str, kind: str, name: str, environment: Mapping[str, str]) -> None:
        self.kind = kind
        self.place = place
        self._name = name
        self._environment = environment

    def __repr__(self) -> str:
        return f"<secret of {self.place}>"

    def read(self) -> str:
        """The secret, as it is now. Raises ConfigError where it cannot be had."""
        found = {"env": self._of_variable, "file": self._of_file, "keyring": self._of_keyring}[self.kind]()
        if not found:
            raise ConfigError(f"{self.place}: {self._name} is empty", "it must hold the secret")
        return found

    def _of_variable(self) -> str:
        if self._name not in self._environment:
            remedy = "set it for the program that sends, such as `tracker serve` or cron"
            raise MissingVariableError(f"{self.place}: the environment has no variable {self._name}", remedy)
        return self._environment[self._name].strip()

    def _of_file(self) -> str:
        path = Path(self._name)
        try:
            if path.stat().st_mode & _OTHERS:
                raise ConfigError(f"{self.place}: everybody may read {path}", f"chmod 600 {path}")
            with path.open("rb") as file:
                return file.read(_LARGEST).decode().strip()
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise ConfigError(f"{self.place}: {path}: {why}", "it must be a readable file") from None
        except UnicodeDecodeError:  # its text would show what the file holds
            raise ConfigError(f"{self.place}: {path} is not UTF-8", "save the file as UTF-8") from None

    def _of_keyring(self) -> str:
        service, _, user = self._name.rpartition("/")
        try:
            import keyring
            from keyring.errors import KeyringError
        except ImportError:
            remedy = "pip install 'commitment-tracker[keyring]'"
            raise ConfigError(f"{self.place}: the keyring needs the extra keyring", remedy) from None
        try:
            found = keyring.get_password(service, user)
        except KeyringError as error:
            raise ConfigError(f"{self.place}: the keyring: {error}", "unlock it, or use a file") from None
        if found is None:
            remedy = f"keyring set {service} {user}"
            raise ConfigError(f"{self.place}: the keyring has no password of {user} for {service}", remedy)
        return found.strip()
