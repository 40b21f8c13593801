# flags: --time-limit 0.3s
# real time: the simulation finds the deadlock at once
# exit: 91
# expect: begin
# expect stderr some: gilscope: the program was stopped: it has run for 300ms, the time limit.
import threading

print("begin")
lock = threading.Lock()
lock.acquire()
lock.acquire()
