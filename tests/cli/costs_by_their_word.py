# A microsecond for each instruction, nothing for native work: the seventeen from one clock to the other.
# command: run --sim --costs 1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.1000.0.0.0.0.0.0.0 {script}
# expect: 17
import time

start = time.perf_counter()
sum(range(100000))
print(round((time.perf_counter() - start) * 1e6))
