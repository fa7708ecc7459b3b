"""The settings: one TOML file, every key typed, an unknown one refused.

The file is `--config`, else TRACKER_CONFIG, else config.toml in the user's config folder; never one in the working
folder, since a stranger's folder must not configure this program. `config.toml` in the project documents every key.
"""

from tracker.config.loading import default_text, find_config, load_settings
from tracker.config.settings import Settings

__all__ = ["Settings", "default_text", "find_config", "load_settings"]
