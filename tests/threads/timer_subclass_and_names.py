import threading

t = threading.Timer(0.01, print, ("rang",))
print(t.name, t.interval, t.is_alive())
t.start()
t.join()


class Named(threading.Thread):
    def run(self):
        print("running as", self.name, threading.current_thread() is self)


for n in (Named(), Named(name="own"), threading.Thread(target=len)):
    print(n.name)
n = Named()
n.start()
n.join()

# expect: Thread-1 0.01 False
# expect: rang
# expect: Thread-2
# expect: own
# expect: Thread-3 (len)
# expect: running as Thread-4 True
