import threading


def work():
    print(threading.current_thread().name)  # expect: MainThread


t = threading.Thread(target=work)
t.run()
try:
    t.run()
except AttributeError as error:
    print(error)  # expect: 'Thread' object has no attribute '_target'
