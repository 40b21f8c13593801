import threading

for n in range(3):
    t = threading.Thread(target=print, args=("thread", n))
    t.start()
    t.join()
print("main")

# expect: thread 0
# expect: thread 1
# expect: thread 2
# expect: main
