# real time: processes are not simulated
import ctypes
import multiprocessing as mp


def change(flag, row, text):
    flag.value = True
    for i in range(len(row)):
        row[i] *= 2
    text.value = b"ready"


if __name__ == "__main__":
    flag, row, text = mp.Value(ctypes.c_bool, False), mp.Array(ctypes.c_double, [1, 2.5]), mp.Array(ctypes.c_char, 10)
    process = mp.Process(target=change, args=(flag, row, text))
    process.start()
    process.join()
    print(flag.value, row[:], text.value, flag, mp.Value(ctypes.c_int, 5), ctypes.c_ubyte(-1), ctypes.c_int(7).value)
# expect: True [2.0, 5.0] b'ready' <Synchronized wrapper for c_bool(True)> <Synchronized wrapper for c_int(5)> c_ubyte(255) 7
