import sys
import threading

got = []


def load():
    import _shapes  # expect: shapes is loaded

    got.append(_shapes)


threads = [threading.Thread(target=load) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(got), all(m is sys.modules["_shapes"] for m in got))  # expect: 5 True
