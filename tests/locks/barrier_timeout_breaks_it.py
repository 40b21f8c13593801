import threading

b = threading.Barrier(2, timeout=0.05)
for _ in range(2):
    try:
        b.wait()
    except threading.BrokenBarrierError as error:
        print("broken", repr(error), b.broken)
print(b)
b.reset()
print(b.broken, b)

# expect: broken BrokenBarrierError() True
# expect: broken BrokenBarrierError() True
# expect: <threading.Barrier at 0x…: broken>
# expect: False <threading.Barrier at 0x…: waiters=0/2>
