import threading

for parties in (0, -1):
    try:
        threading.Barrier(parties)
    except ValueError as error:
        print(error)

# expect: parties must be > 0
# expect: parties must be > 0
