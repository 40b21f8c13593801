import threading

t = threading.Thread(target=print, name="T", daemon=True)
t.extra = "own attribute"
print(t.name, t.daemon, t.extra, callable(t.run), isinstance(t, threading.Thread))
print([n for n in ("start", "run", "join", "is_alive", "name", "ident", "native_id", "daemon") if not hasattr(t, n)])

# expect: T True own attribute True True
# expect: []
