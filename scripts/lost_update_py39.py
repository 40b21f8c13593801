# `counter += 1` is four instructions: unsafe up to Python 3.9, by chance safe from 3.10 on (try --model py3.9).
import sys
import threading

ADDS = 1_000_000
THREADS = 4
counter = 0


def add():
    global counter
    for _ in range(ADDS):
        counter += 1  # LOAD_GLOBAL, LOAD_CONST, BINARY_OP, STORE_GLOBAL


sys.setswitchinterval(0.0001)
threads = [threading.Thread(target=add) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

expected = THREADS * ADDS
print(f"expected {expected:>9,}")
print(f"counted  {counter:>9,}")
if counter == expected:
    print("Exact: since Python 3.10 the GIL is only handed over at calls and at the end of a loop,")
    print("never between the read and the write of `counter += 1`. No rule of the language promises that.")
else:
    print(f"lost     {expected - counter:>9,}")
    print("Up to Python 3.9 the GIL could be handed over after nearly every instruction,")
    print("so also between the read and the write of `counter += 1`.")
