"""What happened, is asked, refused, threatened, denied: events in PLOVER terms."""

from semeja.read.events.find import find_events

__all__ = ["find_events"]
