import threading


class Worker(threading.Thread):
    def __init__(self, name):
        threading.Thread.__init__(self, name=name)

    def run(self):
        print("running", self.name, threading.current_thread().name)


w = Worker("digger")
w.start()
w.join()

# expect: running digger digger
