import threading

print(threading.currentThread().name)
print(threading.activeCount())
t = threading.Thread(target=lambda: None, name="T")
print(t.getName())
t.setName("U")
print(t.isDaemon())
t.setDaemon(True)
c = threading.Condition()
with c:
    c.notifyAll()
print(threading.Event().isSet())

# expect: MainThread
# expect: 1
# expect: T
# expect: False
# expect: False
# expect stderr: camel_case_names_warn.py:3: DeprecationWarning: currentThread() is deprecated, use current_thread() instead
# expect stderr:   print(threading.currentThread().name)
# expect stderr: camel_case_names_warn.py:4: DeprecationWarning: activeCount() is deprecated, use active_count() instead
# expect stderr:   print(threading.activeCount())
# expect stderr: camel_case_names_warn.py:6: DeprecationWarning: getName() is deprecated, get the name attribute instead
# expect stderr:   print(t.getName())
# expect stderr: camel_case_names_warn.py:7: DeprecationWarning: setName() is deprecated, set the name attribute instead
# expect stderr:   t.setName("U")
# expect stderr: camel_case_names_warn.py:8: DeprecationWarning: isDaemon() is deprecated, get the daemon attribute instead
# expect stderr:   print(t.isDaemon())
# expect stderr: camel_case_names_warn.py:9: DeprecationWarning: setDaemon() is deprecated, set the daemon attribute instead
# expect stderr:   t.setDaemon(True)
# expect stderr: camel_case_names_warn.py:12: DeprecationWarning: notifyAll() is deprecated, use notify_all() instead
# expect stderr:   c.notifyAll()
# expect stderr: camel_case_names_warn.py:13: DeprecationWarning: isSet() is deprecated, use is_set() instead
# expect stderr:   print(threading.Event().isSet())
