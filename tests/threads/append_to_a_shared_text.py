# Two threads append to one text, each to a name of its own: neither sees what the other adds, and the shared beginning
# stays as it was.
import sys
import threading

sys.setswitchinterval(0.00001)
shared = "the common beginning, long enough to be shared: "
results = {}


def grow(name, letter):
    text = shared
    for i in range(3000):
        text += letter
        if i % 100 == 0:
            other = shared
            other += letter * 3
            assert other == shared + letter * 3 and text[: len(shared)] == shared
    results[name] = text


threads = [threading.Thread(target=grow, args=(n, letter)) for n, letter in enumerate("xyé")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print([results[n] == shared + letter * 3000 for n, letter in enumerate("xyé")])  # expect: [True, True, True]
print(shared)  # expect: the common beginning, long enough to be shared:
