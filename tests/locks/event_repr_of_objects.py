import threading

for thing in (threading.Event(), threading.Semaphore(2), threading.BoundedSemaphore(1), threading.Barrier(2), threading.Condition()):
    print(thing)

# expect: <threading.Event at 0x…: unset>
# expect: <threading.Semaphore at 0x…: value=2>
# expect: <threading.BoundedSemaphore at 0x…: value=1/1>
# expect: <threading.Barrier at 0x…: waiters=0/2>
# expect: <Condition(<unlocked _thread.RLock object owner=0 count=0 at 0x…>, 0)>
