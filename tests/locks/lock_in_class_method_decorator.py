import threading
from functools import wraps


def synchronized(method):
    @wraps(method)
    def inner(self, *args):
        with self._lock:
            return method(self, *args)

    return inner


class Account:
    def __init__(self):
        self._lock = threading.RLock()
        self.balance = 0

    @synchronized
    def deposit(self, n):
        self.balance += n

    @synchronized
    def transfer(self, n):
        self.deposit(n)
        self.deposit(-n)
        return self.balance


a = Account()
threads = [threading.Thread(target=a.deposit, args=(10,)) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a.balance, a.transfer(5), a.deposit.__name__)  # expect: 50 50 deposit
