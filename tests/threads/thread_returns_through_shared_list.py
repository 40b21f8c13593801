import threading

results = [None] * 5


def square(i):
    results[i] = i * i


threads = [threading.Thread(target=square, args=(i,)) for i in range(5)]
[t.start() for t in threads]
[t.join() for t in threads]
print(results)  # expect: [0, 1, 4, 9, 16]
