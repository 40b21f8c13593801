import threading

print(threading.stack_size())  # expect: 0
print(threading.TIMEOUT_MAX)  # expect: 9223372036.0
print(threading.gettrace(), threading.getprofile())  # expect: None None
try:
    threading.stack_size(1)
except ValueError as error:
    print(error)  # expect: size not valid: 1 bytes
