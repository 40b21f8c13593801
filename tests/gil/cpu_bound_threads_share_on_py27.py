# flags: --model py2.7
# expect: ['a', 'b', 'c']
import threading

done = []


def work(name):
    n = 0
    while n < 50_000:
        n += 1
    done.append(name)


threads = [threading.Thread(target=work, args=(n,)) for n in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(done))
