import _thread
import threading

done = threading.Event()


def worker():
    name = threading.current_thread().name
    print(name.startswith("Dummy-"), threading.current_thread().daemon)  # expect: True True
    done.set()


_thread.start_new_thread(worker, ())
done.wait()
