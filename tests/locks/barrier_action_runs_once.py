import threading

b = threading.Barrier(2, action=lambda: print("everyone is here"))
order = []


def party(rounds):
    for n in range(rounds):
        b.wait()
        order.append(n)


threads = [threading.Thread(target=party, args=(3,)) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(order))

# expect: everyone is here
# expect: everyone is here
# expect: everyone is here
# expect: [0, 0, 1, 1, 2, 2]
