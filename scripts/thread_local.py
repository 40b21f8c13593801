# threading.local() gives each thread its own attributes under one name, while a global is shared by all.
import threading
import time

shared = {"user": None}
own = threading.local()


def handle(user):
    shared["user"] = user  # overwritten by whoever comes last
    own.user = user  # a place of its own in every thread
    time.sleep(0.05)
    results.append((user, shared["user"], own.user))


results = []
threads = [threading.Thread(target=handle, args=(user,)) for user in ("ada", "bob", "eve")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("thread of  global says  local says")
for user, from_global, from_local in sorted(results):
    print(f"{user:<10} {from_global:<12} {from_local}")
print("and in the main thread there is no own.user at all:", hasattr(own, "user"))
