# command: explore --runs 300 --every 1 {script}
# expect some: 300 executions of
# expect some: exits
# expect some: counter is 6
# expect some: counter is 4
# expect some: $ gilscope run --sim --every 1 --policy random:1 --seed
# expect stderr some: executions in
import _thread

counter = 0


def work():
    global counter
    for _ in range(3):
        counter += 1


threads = [_thread.start_joinable_thread(work) for _ in range(2)]
for thread in threads:
    thread.join()
print('counter is', counter)
