log = []


def note(value):
    log.append(value)
    return value


result = note("yes") if note(True) else note("no")
print(result, log)  # expect: yes [True, 'yes']
