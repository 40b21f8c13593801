class Timer:
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, kind, value, traceback):
        print("stop", kind, value, traceback)


with Timer() as t:
    print("inside", isinstance(t, Timer))

# expect: start
# expect: inside True
# expect: stop None None None
