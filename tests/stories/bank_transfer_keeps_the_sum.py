# Transfers between accounts, each with its own lock, taken in the order of the account number.
import random
import threading


class Account:
    def __init__(self, number):
        self.number = number
        self.balance = 100
        self.lock = threading.Lock()


accounts = [Account(n) for n in range(5)]


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda a: a.number)
    with first.lock, second.lock:
        if source.balance >= amount:
            source.balance = source.balance - int(amount)
            target.balance = target.balance + int(amount)


def clerk(seed):
    rng = random.Random(seed)
    for _ in range(200):
        a, b = rng.sample(accounts, 2)
        transfer(a, b, rng.randint(1, 30))


threads = [threading.Thread(target=clerk, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(a.balance for a in accounts), all(a.balance >= 0 for a in accounts))  # expect: 500 True
