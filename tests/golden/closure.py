def make(step=1, *, start=0):
    count = start

    def bump(by: int = step) -> int:
        nonlocal count
        count += by
        return count

    return bump


double = lambda f: f() * 2
