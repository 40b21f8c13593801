import threading

print(threading.excepthook is threading.__excepthook__)  # expect: True
print(threading.ExceptHookArgs.__name__, threading.ThreadError is RuntimeError)  # expect: _ExceptHookArgs True
