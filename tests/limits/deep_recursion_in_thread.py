import threading


def f(n):
    return f(n + 1)


def run():
    try:
        f(0)
    except RecursionError as error:
        print(error)  # expect: maximum recursion depth exceeded


t = threading.Thread(target=run)
t.start()
t.join()
