import threading

t = threading.Thread(target=lambda: "result is lost")
t.start()
print(t.join(), t.join(), t.join(1))  # expect: None None None
