import threading

b = threading.Barrier(1, action=lambda: 1 / 0)
try:
    b.wait()
except ZeroDivisionError as error:
    print(error, b.broken)  # expect: division by zero True
