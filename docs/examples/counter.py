counter = 0


def add():
    global counter
    counter += 1
