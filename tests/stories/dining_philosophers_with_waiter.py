# The other cure: a waiter lets only four of five sit down, so one of them always gets both forks.
import threading

forks = [threading.Lock() for _ in range(5)]
waiter = threading.Semaphore(4)
meals = [0] * 5


def philosopher(n):
    for _ in range(50):
        with waiter:
            with forks[n]:
                with forks[(n + 1) % 5]:
                    meals[n] += 1


threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals)  # expect: [50, 50, 50, 50, 50]
