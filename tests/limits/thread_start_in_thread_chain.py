import threading

done = threading.Event()
count = 0


def link(n):
    global count
    count += 1
    if n == 0:
        done.set()
    else:
        threading.Thread(target=link, args=(n - 1,)).start()


link(300)
done.wait()
print(count)  # expect: 301
