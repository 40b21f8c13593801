# hashlib: MD5, SHA-1, SHA-224 and SHA-256. [hidden: native code in CPython]. No native hooks; slow for large data.

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'new', 'algorithms_guaranteed', 'algorithms_available']

algorithms_available = algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256'}
_MASK = 0xffffffff


def _roots(count, power):
    # The first 32 bits of the fractions of roots of the first primes: the constants of SHA-2.
    found = []
    candidate = 2
    while len(found) < count:
        if all([candidate % prime for prime in range(2, candidate)]):
            scaled = candidate << 32 * power
            low = 0
            high = 1 << 40
            while low < high - 1:
                middle = (low + high) // 2
                if middle ** power <= scaled:
                    low = middle
                else:
                    high = middle
            found.append(low & _MASK)
        candidate += 1
    return found


_constants = {}


def _table(name):
    # Made when first needed.
    if name not in _constants:
        if name == 'md5':
            from math import sin
            _constants[name] = [int(abs(sin(i + 1)) * 4294967296) & _MASK for i in range(64)]
        else:
            _constants[name] = _roots(64, 3)
    return _constants[name]


class _Hash:
    """What the algorithms share: blocks of 64 bytes, the length at the end."""

    block_size = 64
    order = 'big'

    def __init__(self, data=b'', *, usedforsecurity=True):
        self._state = list(self._begin())
        self._rest = b''
        self._length = 0
        if data:
            self.update(data)

    def update(self, data, /):
        """Add data."""
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = bytes(data)
        self._length += len(data)
        data = self._rest + data
        end = len(data) - len(data) % 64
        for place in range(0, end, 64):
            self._block(self._state, self._words(data, place))
        self._rest = data[end:]

    def _words(self, data, place):
        order = self.order
        return [int.from_bytes(data[i:i + 4], order) for i in range(place, place + 64, 4)]

    def digest(self):
        """The hash of all the data, as bytes."""
        state = self._state[:]
        tail = self._rest + b'\x80' + b'\0' * ((55 - self._length) % 64) + (self._length * 8).to_bytes(8, self.order)
        for place in range(0, len(tail), 64):
            self._block(state, self._words(tail, place))
        return b''.join([word.to_bytes(4, self.order) for word in state])[:self.digest_size]

    def hexdigest(self):
        """The hash of all the data, as hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Another one, with the same data so far."""
        other = type(self)()
        other._state = self._state[:]
        other._rest = self._rest
        other._length = self._length
        return other

    def __repr__(self):
        return '<%s _hashlib.HASH object @ %#x>' % (self.name, id(self))


class _Md5(_Hash):
    name = 'md5'
    digest_size = 16
    order = 'little'
    _turns = (7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21)

    def _begin(self):
        return 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476

    def _block(self, state, words):
        table = _table('md5')
        a, b, c, d = state
        for i in range(64):
            part = i >> 4
            if part == 0:
                f = (b & c) | (~b & d)
                g = i
            elif part == 1:
                f = (d & b) | (~d & c)
                g = (5 * i + 1) & 15
            elif part == 2:
                f = b ^ c ^ d
                g = (3 * i + 5) & 15
            else:
                f = c ^ (b | (~d & _MASK))
                g = (7 * i) & 15
            f = (f + a + table[i] + words[g]) & _MASK
            turn = self._turns[part * 4 + (i & 3)]
            a, d, c = d, c, b
            b = (b + ((f << turn | f >> 32 - turn) & _MASK)) & _MASK
        for i, value in enumerate((a, b, c, d)):
            state[i] = (state[i] + value) & _MASK


class _Sha1(_Hash):
    name = 'sha1'
    digest_size = 20

    def _begin(self):
        return 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0

    def _block(self, state, words):
        for i in range(16, 80):
            w = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
            words.append((w << 1 | w >> 31) & _MASK)
        a, b, c, d, e = state
        for i in range(80):
            if i < 20:
                f = (b & c) | (~b & d)
                k = 0x5a827999
            elif i < 40:
                f = b ^ c ^ d
                k = 0x6ed9eba1
            elif i < 60:
                f = (b & c) | (b & d) | (c & d)
                k = 0x8f1bbcdc
            else:
                f = b ^ c ^ d
                k = 0xca62c1d6
            f = ((a << 5 | a >> 27) + f + e + k + words[i]) & _MASK
            a, b, c, d, e = f, a, (b << 30 | b >> 2) & _MASK, c, d
        for i, value in enumerate((a, b, c, d, e)):
            state[i] = (state[i] + value) & _MASK


def _turn(x, n):
    return (x >> n | x << 32 - n) & _MASK


class _Sha256(_Hash):
    name = 'sha256'
    digest_size = 32

    def _begin(self):
        return _roots(8, 2)

    def _block(self, state, words):
        table = _table('sha256')
        for i in range(16, 64):
            x = words[i - 15]
            y = words[i - 2]
            s0 = _turn(x, 7) ^ _turn(x, 18) ^ x >> 3
            s1 = _turn(y, 17) ^ _turn(y, 19) ^ y >> 10
            words.append((words[i - 16] + s0 + words[i - 7] + s1) & _MASK)
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            t1 = h + (_turn(e, 6) ^ _turn(e, 11) ^ _turn(e, 25)) + ((e & f) ^ (~e & g)) + table[i] + words[i]
            t2 = (_turn(a, 2) ^ _turn(a, 13) ^ _turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = (t1 + t2) & _MASK, a, b, c, (d + t1) & _MASK, e, f, g
        for i, value in enumerate((a, b, c, d, e, f, g, h)):
            state[i] = (state[i] + value) & _MASK


class _Sha224(_Sha256):
    name = 'sha224'
    digest_size = 28

    def _begin(self):
        return (0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4)


md5 = _Md5
sha1 = _Sha1
sha224 = _Sha224
sha256 = _Sha256


def new(name, data=b'', **kwargs):
    """A hash by its name."""
    found = {'md5': md5, 'sha1': sha1, 'sha224': sha224, 'sha256': sha256}.get(name.lower().replace('-', ''))
    if found is None:
        raise ValueError('unsupported hash type ' + name)
    return found(data, **kwargs)
