import decimal
import threading

decimal.getcontext().prec = 5
t = threading.Thread(target=lambda: print(decimal.getcontext().prec))
t.start()
t.join()
print(decimal.getcontext().prec, decimal.Decimal(1) / 3)

# expect: 28
# expect: 5 0.33333
