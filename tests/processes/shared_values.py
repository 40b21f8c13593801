# real time: processes are not simulated
import multiprocessing as mp


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print("%s: %s" % (type(error).__name__, error))


def put(shared, value):
    shared.value = value
    return shared.value


def fill(numbers, begin, end):
    for i in range(begin, end):
        numbers[i] = i * i


def add(total):
    for _ in range(100):
        with total.get_lock():
            total.value += 1
        with total:
            total.value += 1


if __name__ == "__main__":
    total, numbers = mp.Value("i", 0), mp.Array("d", 10)
    processes = [mp.Process(target=fill, args=(numbers, 5 * n, 5 * n + 5)) for n in range(2)]
    processes += [mp.Process(target=add, args=(total,)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value, numbers[:], total, total.get_obj(), numbers)
    for typecode in "bBhHiIlLqQ":
        print(typecode, [put(mp.Value(typecode), number) for number in (-1, 127, 128, 1 << 15, 1 << 31, 1 << 63, (1 << 64) + 5)],
              mp.RawValue(typecode, 1))
    print(put(mp.Value("f"), 1.1), put(mp.Value("f"), 1e39), put(mp.Value("d"), 3), put(mp.Value("c"), b"x"), put(mp.Value("u"), "é"))
    print(put(mp.Value("f"), 16777217.0), put(mp.Value("f"), 1e-40), put(mp.RawValue("d"), True))
    for typecode, value in (("i", "a"), ("i", 1.5), ("i", None), ("d", "1"), ("d", None), ("x", 1)):
        attempt(mp.Value, typecode, value)
    attempt(mp.Value, "i", 1, 2)
    array = mp.Array("i", [1, 2, 3])
    print(array[:], len(array), array[-1], list(array), array[1:], array[::-1], sum(array))
    array[0], array[1:] = 7, [8, 9]
    print(array[:])
    attempt(array.__getitem__, 3)
    attempt(array.__getitem__, "x")
    attempt(array.__setitem__, 0, "x")
    attempt(array.__setitem__, 0, 1.5)
    attempt(array.__setitem__, slice(0, 2), [7])
    attempt(mp.Array, "i", 2.5)
    text = mp.Array("c", b"hello")
    text.value = b"hi"
    print(text.value, text.raw, mp.RawArray("c", 3).raw, mp.Array("i", 2, lock=False)[:], mp.Value("i", lock=False))
# expect: 400 [0.0, 1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0, 64.0, 81.0] <Synchronized wrapper for c_int(400)> c_int(400) <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_double_Array_10 object at 0x…>>
# expect: b [-1, 127, -128, 0, 0, 0, 5] c_byte(1)
# expect: B [255, 127, 128, 0, 0, 0, 5] c_ubyte(1)
# expect: h [-1, 127, 128, -32768, 0, 0, 5] c_short(1)
# expect: H [65535, 127, 128, 32768, 0, 0, 5] c_ushort(1)
# expect: i [-1, 127, 128, 32768, -2147483648, 0, 5] c_int(1)
# expect: I [4294967295, 127, 128, 32768, 2147483648, 0, 5] c_uint(1)
# expect: l [-1, 127, 128, 32768, 2147483648, -9223372036854775808, 5] c_long(1)
# expect: L [18446744073709551615, 127, 128, 32768, 2147483648, 9223372036854775808, 5] c_ulong(1)
# expect: q [-1, 127, 128, 32768, 2147483648, -9223372036854775808, 5] c_long(1)
# expect: Q [18446744073709551615, 127, 128, 32768, 2147483648, 9223372036854775808, 5] c_ulong(1)
# expect: 1.100000023841858 inf 3.0 b'x' é
# expect: 16777216.0 9.99994610111476e-41 1.0
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: TypeError: this type has no size
# expect: TypeError: __init__ expected at most 1 argument, got 2
# expect: [1, 2, 3] 3 3 [1, 2, 3] [2, 3] [3, 2, 1] 6
# expect: [7, 8, 9]
# expect: IndexError: invalid index
# expect: TypeError: indices must be integers
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: Can only assign sequence of same size
# expect: TypeError: object of type 'float' has no len()
# expect: b'hi' b'hi\x00lo' b'\x00\x00\x00' [0, 0] c_int(0)
