import os

base = f"/tmp/gilscope-os-{os.getpid()}"
os.makedirs(base + "/a/b")
with open(base + "/a/f.txt", "w") as f:
    f.write("12345")
print(sorted(os.listdir(base + "/a")), os.path.getsize(base + "/a/f.txt"))
os.rename(base + "/a/f.txt", base + "/g.txt")
os.remove(base + "/g.txt")
os.rmdir(base + "/a/b")
os.rmdir(base + "/a")
os.rmdir(base)
print(os.path.exists(base))
for call in (lambda: os.remove("/no/such"), lambda: os.listdir("/no/such"), lambda: os.mkdir("/")):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)

# expect: ['b', 'f.txt'] 5
# expect: False
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such'
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such'
# expect: FileExistsError [Errno 17] File exists: '/'
