import threading

try:
    threading.Thread(group=1)
except AssertionError as error:
    print(error)  # expect: group argument must be None for now
try:
    threading.Thread(target=print, bad=1)
except TypeError as error:
    print(error)  # expect: Thread.__init__() got an unexpected keyword argument 'bad'
t = threading.Thread()
t.start()
t.join()
print("no target: does nothing")  # expect: no target: does nothing
