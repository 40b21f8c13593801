# Five philosophers, five forks. Taking the lower-numbered fork first makes a circle of waiting impossible.
import threading

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def philosopher(n):
    low, high = sorted((n, (n + 1) % 5))
    for _ in range(50):
        with forks[low], forks[high]:
            meals[n] += 1


threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(meals)  # expect: [50, 50, 50, 50, 50]
