import threading


def work():
    print("in the thread")


t = threading.Thread(target=work)
print("made")
t.start()
t.join()
print("joined")

# expect: made
# expect: in the thread
# expect: joined
