# Twin of `SimpleQueue.get`, for a wait with an end.
# Native hooks: `_queue._await_item(queue, timeout, missing)`.

from _queue import Empty, _await_item

_missing = object()


def get(self, block=True, timeout=None):
    if not block:
        return self.get_nowait()
    if timeout is None:
        return self.get()
    item = _await_item(self, timeout, _missing)
    if item is _missing:
        raise Empty
    return item
