# command: symbols {script}
# expect some: outer
# expect some: inner
def outer(a):
    def inner():
        return a

    return inner
