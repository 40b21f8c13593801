# skip cpython: it may reserve as much memory as damaged lengths say
# Damaged bytes raise exceptions, whatever they say.
import pickle


class Point:
    def __init__(self):
        self.x = 1


value = [1, -1, 70000, 1 << 40, 1 << 100, 2.5, "text", b"bytes", (1,), (1, 2, 3, 4), {"a": {"b": [None, True]}}, {1}, Point(), len, Point]
tried = 0
for data in (pickle.dumps(value), pickle.dumps(value, 2), pickle.dumps(value[:11])):
    for place in range(len(data)):
        for byte in (0, 40, 46, 93, 101, 117, 129, 148, 255, data[place] ^ 1):
            tried += 1
            try:
                pickle.loads(data[:place] + bytes([byte]) + data[place + 1:])
            except Exception:
                pass
        try:
            pickle.loads(data[:place])
        except Exception:
            pass
print(tried > 5000)
# expect: True
