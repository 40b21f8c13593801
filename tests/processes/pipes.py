# real time: processes are not simulated
import multiprocessing as mp
from multiprocessing.connection import wait


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


def answer(connection):
    with connection:
        for request in iter(connection.recv, None):
            connection.send(request[::-1])


def write(connection, text):
    connection.send(text)
    connection.close()


if __name__ == "__main__":
    here, there = mp.Pipe()
    process = mp.Process(target=answer, args=(there,))
    process.start()
    there.close()
    for request in ("abc", [1, 2, 3], "x" * 100000):
        here.send(request)
        print(str(here.recv())[:20])
    here.send(None)
    process.join()
    print(process.exitcode, here.poll(), here.closed, there.closed)
    attempt(here.recv)
    here.close()
    attempt(here.send, 1)

    reader, writer = mp.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    attempt(reader.send, 1)
    attempt(writer.recv)
    print(reader.poll(), reader.poll(0.01))
    writer.send_bytes(b"abcdef", 2, 3)
    writer.send_bytes(bytearray(b"xyz"))
    print(reader.poll(), reader.recv_bytes(), reader.recv_bytes())
    attempt(writer.send_bytes, "text")
    attempt(writer.send_bytes, b"abc", 5)
    attempt(writer.send, lambda: 0)
    writer.send_bytes(b"too long")
    attempt(reader.recv_bytes, 3)
    print(reader.closed)
    attempt(writer.send, 1)

    pairs = [mp.Pipe(duplex=False) for _ in range(3)]
    processes = [mp.Process(target=write, args=(pair[1], "text %d" % number)) for number, pair in enumerate(pairs)]
    for process in processes:
        process.start()
    for pair in pairs:
        pair[1].close()
    readers = [pair[0] for pair in pairs]
    texts = []
    while readers:
        for connection in wait(readers):
            try:
                texts.append(connection.recv())
            except EOFError:
                readers.remove(connection)
    print(sorted(texts))
    print(len(wait([process.sentinel for process in processes], timeout=5)) > 0, wait([], 0))
    for process in processes:
        process.join()
# expect: cba
# expect: [3, 2, 1]
# expect: xxxxxxxxxxxxxxxxxxxx
# expect: 0 True False True
# expect: EOFError:
# expect: OSError: handle is closed
# expect: True False False True
# expect: OSError: connection is read-only
# expect: OSError: connection is write-only
# expect: False False
# expect: True b'cde' b'xyz'
# expect: TypeError: memoryview: a bytes-like object is required, not 'str'
# expect: ValueError: buffer length < offset
# expect: PicklingError: Can't pickle <function <lambda> at 0x…>: attribute lookup <lambda> on __main__ failed
# expect: OSError: bad message length
# expect: True
# expect: BrokenPipeError: [Errno 32] Broken pipe
# expect: ['text 0', 'text 1', 'text 2']
# expect: True []
