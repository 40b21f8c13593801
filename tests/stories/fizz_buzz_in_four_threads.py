# Four threads share one counter; each prints only its own kind of number.
import threading

N = 15
c = threading.Condition()
n = 1


def worker(mine, text):
    global n
    while True:
        with c:
            c.wait_for(lambda: n > N or mine(n))
            if n > N:
                return
            print(text(n), end=" ")  # expect: 1 2 Fizz 4 Buzz Fizz 7 8 Fizz Buzz 11 Fizz 13 14 FizzBuzz
            n += 1
            c.notify_all()


rules = (
    (lambda n: n % 15 == 0, lambda n: "FizzBuzz"),
    (lambda n: n % 3 == 0 and n % 5, lambda n: "Fizz"),
    (lambda n: n % 5 == 0 and n % 3, lambda n: "Buzz"),
    (lambda n: n % 3 and n % 5, str),
)
threads = [threading.Thread(target=worker, args=rule) for rule in rules]
for t in threads:
    t.start()
for t in threads:
    t.join()
print()
