import os

path = f"/tmp/gilscope-binary-{os.getpid()}"
with open(path, "wb") as f:
    f.write(b"\xff\xfe\x00abc")
try:
    with open(path, encoding="utf-8") as f:
        f.read()
except UnicodeDecodeError as error:
    print(error)  # expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
os.remove(path)
