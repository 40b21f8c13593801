import threading


def work(x):
    print(x)


t = threading.Thread(target=work, args=("word"))
t.start()
t.join()

# expect stderr: Exception in thread Thread-1 (work):
# expect stderr: Traceback (most recent call last):
# expect stderr: TypeError: work() takes 1 positional argument but 4 were given
