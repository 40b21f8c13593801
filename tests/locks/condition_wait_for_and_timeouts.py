import threading

c = threading.Condition()
with c:
    print(c.wait(0.02), c.wait_for(lambda: False, timeout=0.02), c.wait_for(lambda: "truthy value", timeout=0), c.wait_for(lambda: 5))
    print(c.wait_for(lambda: [], timeout=0.01))

# expect: False False truthy value 5
# expect: []
