"""Exports of the news databases: no maintained parser exists for these, so each has a small reader of its own."""
