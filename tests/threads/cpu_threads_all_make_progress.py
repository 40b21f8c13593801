import threading

done = []


def count(name):
    n = 0
    while n < 200_000:
        n += 1
    done.append(name)


threads = [threading.Thread(target=count, args=(name,)) for name in "abcd"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(done))  # expect: ['a', 'b', 'c', 'd']
