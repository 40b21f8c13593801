import threading

try:
    class MyLock(type(threading.Lock())):
        pass
except TypeError as error:
    print(error)  # expect: type '_thread.lock' is not an acceptable base type
try:
    threading.Lock().extra = 1
except AttributeError as error:
    print(error)  # expect: '_thread.lock' object has no attribute 'extra' and no __dict__ for setting new attributes
