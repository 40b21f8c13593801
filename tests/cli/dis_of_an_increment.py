# command: dis {script}
# expect some: LOAD_GLOBAL
# expect some: BINARY_OP
# expect some: STORE_GLOBAL
counter = 0


def add():
    global counter
    counter += 1
