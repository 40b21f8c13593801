# command: run --sim --seed 3 {script}
# expect: 3600.0 True
import time
import gilscope

start = time.perf_counter()
time.sleep(1800)
gilscope.io(600)
gilscope.burn(1200)
print(round(time.perf_counter() - start, 1), gilscope.is_simulated())
