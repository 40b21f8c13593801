import threading

e = threading.Event()
print(e.is_set(), e.wait(0.01), e)  # expect: False False <threading.Event at 0x…: unset>
e.set()
print(e.is_set(), e.wait(), e.wait(0), e)  # expect: True True True <threading.Event at 0x…: set>
e.clear()
print(e.is_set(), e.wait(timeout=0))  # expect: False False
