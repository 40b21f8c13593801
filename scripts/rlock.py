# An RLock can be taken again by the thread that holds it; a Lock would wait for itself for ever.
import threading


class Account:
    def __init__(self, lock):
        self.lock = lock
        self.balance = 0

    def deposit(self, amount):
        if not self.lock.acquire(timeout=0.2):  # a time limit, so that this demonstration ends
            return "stuck: this thread already holds the lock"
        try:
            self.balance += amount
            return "done"
        finally:
            self.lock.release()

    def deposit_twice(self, amount):
        with self.lock:  # taken here, and again in deposit()
            return self.deposit(amount), self.deposit(amount)


for name, kind in (("Lock", threading.Lock), ("RLock", threading.RLock)):
    account = Account(kind())
    first, second = account.deposit_twice(50)
    print(f"{name}:")
    print(f"  first deposit   {first}")
    print(f"  second deposit  {second}")
    print(f"  balance         {account.balance}")
