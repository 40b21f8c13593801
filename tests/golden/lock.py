import threading
from queue import Queue, Empty as Nothing

lock = threading.Lock()


def take(q):
    try:
        with lock, q.mutex as m:
            return q.get_nowait()
    except Nothing as error:
        raise ValueError("nothing") from error
    finally:
        print("done")
