import time

a = time.time()
b = time.monotonic()
c = time.perf_counter()
time.sleep(0.02)
print(0.015 < time.monotonic() - b < 1, 0.015 < time.perf_counter() - c < 1, time.time() >= a)
print(isinstance(time.time(), float), isinstance(time.time_ns(), int), isinstance(time.perf_counter_ns(), int), time.process_time() >= 0)
print(len(time.strftime("%Y-%m-%d %H:%M:%S")), len(time.ctime()), time.strftime("%H:%M", time.gmtime(0)), time.gmtime(86400).tm_mday)

# expect: True True True
# expect: True True True True
# expect: 19 24 00:00 2
