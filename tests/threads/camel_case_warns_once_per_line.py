import threading

for _ in range(3):
    threading.currentThread()
threading.currentThread()

# expect stderr: camel_case_warns_once_per_line.py:4: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
# expect stderr:   threading.currentThread()
# expect stderr: camel_case_warns_once_per_line.py:5: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
# expect stderr:   threading.currentThread()
