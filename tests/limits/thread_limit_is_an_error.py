# flags: --thread-limit 2
import threading

end = threading.Event()
threads = [threading.Thread(target=end.wait) for _ in range(3)]
threads[0].start()
threads[1].start()
try:
    threads[2].start()
except RuntimeError as error:
    print(error)
    # expect: can't start new thread
print(threads[2].is_alive(), threading.active_count())
# expect: False 3
end.set()
threads[0].join()
threads[1].join()
threads[2] = threading.Thread(target=print, args=("one more",))
threads[2].start()
threads[2].join()
# expect: one more
