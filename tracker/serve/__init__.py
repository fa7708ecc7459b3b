"""The program that keeps running: its jobs, and how the world hears that it is well.

`compose` makes the jobs from the parts, `running` runs them until a signal comes. What each job does is a use case of
`tracker.services`; when it does it is the business of `tracker.scheduler`.
"""
