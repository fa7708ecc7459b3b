"""One file a channel, by the name that its `kind` has in the settings; none is loaded before it is used."""

CHANNELS = {
    "email": "tracker.channels.email:Email",
    "webhook": "tracker.channels.webhook:Webhook",
    "slack": "tracker.channels.slack:Slack",
    "teams": "tracker.channels.teams:Teams",
    "discord": "tracker.channels.discord:Discord",
    "mattermost": "tracker.channels.mattermost:Mattermost",
    "console": "tracker.channels.console:Console",
    "command": "tracker.channels.command:Command",
    "apprise": "tracker.channels.apprise:Apprise",
}
"""Each target is a class that declares its own `Settings` and is made by `from_settings(name, settings, secrets)`."""
