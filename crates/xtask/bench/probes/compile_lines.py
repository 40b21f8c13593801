"""Parsing and compiling ordinary lines of source text."""
# size: 2000, quick 100

import sys
import time

BLOCK = '''
class Account:
    """Money that several threads share."""

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount):
        if amount <= 0:
            raise ValueError(f"amount must be positive: {amount!r}")
        with self.lock:
            if self.balance >= amount:
                self.balance -= amount
                return True
        return False


def total(accounts, rate=1.5, *names, **options):
    result = 0
    for index, account in enumerate(accounts):
        if account.owner in names or not names:
            result += account.balance * rate
        else:
            print("skipped", index, account.owner, sep=": ")
    return {name: value for name, value in options.items() if value}, result
'''

blocks = int(sys.argv[1])
text = BLOCK * blocks
begin = time.perf_counter_ns()
code = compile(text, "accounts.py", "exec")
took = time.perf_counter_ns() - begin
names = {}
exec(code, names)
assert names["total"]([], flag=1) == ({"flag": 1}, 0)
print("ns_per_line", took / text.count("\n"))
