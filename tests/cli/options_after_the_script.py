# command: trace {script} --sim --summary --seed 7 -- --sim x
# expect some: ['--sim', 'x']
# expect some: seed 7
# expect some: Longest wait
import sys
import threading

print(sys.argv[1:])
thread = threading.Thread(target=print)
thread.start()
thread.join()
