# sched: run functions at given times. No native hooks of its own.

import threading
import time
import heapq
from collections import namedtuple

__all__ = ['scheduler']

_Fields = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
_no_kwargs = {}


class Event(_Fields):
    """One thing to do."""


class scheduler:
    """A queue of things to do, ordered by time and priority."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self._sequence = iter(range(1 << 62))
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_no_kwargs):
        """Do something at a time; return the event."""
        if kwargs is _no_kwargs:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, next(self._sequence), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_no_kwargs):
        """Do something after a delay; return the event."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Do not do it; ValueError if it is not in the queue."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether there is nothing to do."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Do everything in its time; if not blocking, only what is due, and return the time until the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                due = event.time <= now
                if due:
                    heapq.heappop(self._queue)
            if not due:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                event.action(*event.argument, **event.kwargs)
                # Let other threads run.
                self.delayfunc(0)

    @property
    def queue(self):
        """The events in the order of their times."""
        with self._lock:
            events = self._queue[:]
        return sorted(events)
