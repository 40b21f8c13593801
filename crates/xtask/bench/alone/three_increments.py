"""Two threads that each add 1 to a counter three times: what `gilscope explore` runs again and again."""

import _thread

counter = 0


def work():
    global counter
    for _ in range(3):
        counter += 1


threads = [_thread.start_joinable_thread(work) for _ in range(2)]
for thread in threads:
    thread.join()
print(counter)
