# _pickle.writer: the built-in classes as bytes. [hidden: native code in CPython]
# No native hooks. The format: CPython 3.13, Lib/pickletools.py; frames and batches as Modules/_pickle.c makes them.

from itertools import islice
from _pickle.numbers import float_bytes, long_bytes

BATCH = 1000
FRAME_TARGET = 64 * 1024
_FRAME_HEADER = 9
_FRAME_MINIMUM = 4
_SMALL_TUPLES = {1: b'\x85', 2: b'\x86', 3: b'\x87'}


class Writer:
    """Writes what needs no more than its class to be known; `save` writes anything, `_save_reduced` what is taken apart."""

    # ---- frames: pieces of some 64 KiB, of which a reader reads each at once ----

    def _begin_frame(self):
        self._frame = len(self._out)
        self._out += b'\x95\0\0\0\0\0\0\0\0'

    def _end_frame(self):
        out = self._out
        begin = self._frame
        if begin < 0:
            return
        length = len(out) - begin - _FRAME_HEADER
        if length >= _FRAME_MINIMUM:
            out[begin + 1:begin + _FRAME_HEADER] = length.to_bytes(8, 'little')
        else:
            del out[begin:begin + _FRAME_HEADER]
        self._frame = -1

    def _check_frame(self):
        if self._framing:
            if self._frame < 0:
                self._begin_frame()
            elif len(self._out) - self._frame - _FRAME_HEADER >= FRAME_TARGET:
                self._end_frame()
                self._begin_frame()

    def _put_bytes(self, header, data):
        if len(data) < FRAME_TARGET or not self._framing:
            self._out += header
            self._out += data
            return
        # Large ones stand between the frames.
        self._end_frame()
        self._out += header
        self._out += data
        self._begin_frame()

    # ---- what has been written: by id its number, and the object, which has to live as long as its id is in use ----

    def _put(self, obj):
        # What was written last gets the next number.
        if self.fast:
            return
        memo = self.memo
        number = len(memo)
        memo[id(obj)] = (number, obj)
        if self.proto >= 4:
            self._out += b'\x94'
        elif not self.bin:
            self._out += b'p%d\n' % number
        elif number < 256:
            self._out += b'q%c' % number
        else:
            self._out += b'r' + number.to_bytes(4, 'little')

    def _get(self, number):
        if not self.bin:
            self._out += b'g%d\n' % number
        elif number < 256:
            self._out += b'h%c' % number
        else:
            self._out += b'j' + number.to_bytes(4, 'little')

    # ---- atoms ----

    def _save_none(self, obj):
        self._out += b'N'

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._out += b'\x88' if obj else b'\x89'
        else:
            self._out += b'I01\n' if obj else b'I00\n'

    def _save_int(self, obj):
        if not self.bin:
            self._out += b'I%d\n' % obj if -1 << 31 <= obj < 1 << 31 else b'L%dL\n' % obj
        elif 0 <= obj < 256:
            self._out += b'K%c' % obj
        elif 0 <= obj < 65536:
            self._out += b'M' + obj.to_bytes(2, 'little')
        elif -1 << 31 <= obj < 1 << 31:
            self._out += b'J' + obj.to_bytes(4, 'little', signed=True)
        elif self.proto < 2:
            self._out += b'L%dL\n' % obj
        else:
            data = long_bytes(obj)
            if len(data) < 256:
                self._out += b'\x8a%c' % len(data) + data
            else:
                self._put_bytes(b'\x8b' + len(data).to_bytes(4, 'little'), data)

    def _save_float(self, obj):
        if self.bin:
            self._out += b'G' + float_bytes(obj)
        else:
            self._out += b'F' + repr(obj).encode('ascii') + b'\n'

    # ---- text and bytes ----

    def _save_str(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            count = len(data)
            if count < 256 and self.proto >= 4:
                out = self._out
                out += b'\x8c%c' % count
                out += data
            elif count >= 1 << 32 and self.proto >= 4:
                self._put_bytes(b'\x8d' + count.to_bytes(8, 'little'), data)
            else:
                self._put_bytes(b'X' + count.to_bytes(4, 'little'), data)
        else:
            text = obj.replace('\\', '\\u005c').replace('\0', '\\u0000').replace('\n', '\\u000a')
            text = text.replace('\r', '\\u000d').replace('\x1a', '\\u001a')
            self._out += b'V' + b''.join([_escaped(char) for char in text]) + b'\n'
        self._put(obj)

    def _save_bytes(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 3:
            if obj:
                from _codecs import encode
                self._save_reduced((encode, (obj.decode('latin-1'), 'latin1')), obj)
            else:
                self._save_reduced((bytes, ()), obj)
        else:
            count = len(obj)
            if count < 256:
                self._put_bytes(b'C%c' % count, obj)
            elif count >= 1 << 32 and self.proto >= 4:
                self._put_bytes(b'\x8e' + count.to_bytes(8, 'little'), obj)
            else:
                self._put_bytes(b'B' + count.to_bytes(4, 'little'), obj)
            self._put(obj)

    def _save_bytearray(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto >= 5:
            self._put_bytes(b'\x96' + len(obj).to_bytes(8, 'little'), bytes(obj))
            self._put(obj)
        elif not obj:
            self._save_reduced((bytearray, ()), obj)
        else:
            self._save_reduced((bytearray, (bytes(obj),)), obj)

    # ---- containers ----

    def _save_tuple(self, obj):
        memo = self.memo
        count = len(obj)
        if not count:
            if self.bin:
                self._out += b')'
                return
            known = memo.get(id(obj))
            if known is not None:
                self._get(known[0])
            else:
                self._out += b'(t'
                self._put(obj)
            return
        known = memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        small = count <= 3 and self.proto >= 2
        if not small:
            self._out += b'('
        for item in obj:
            self.save(item)
        known = memo.get(id(obj))
        if known is not None:
            # It holds itself, through a list: its items have made it already.
            self._out += b'0' * count if small else b'1' if self.bin else b'0' * (count + 1)
            self._get(known[0])
            return
        self._out += _SMALL_TUPLES[count] if small else b't'
        self._put(obj)

    def _save_list(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._out += b']' if self.bin else b'(l'
        self._put(obj)
        count = len(obj)
        if not self.bin or count == 1:
            for item in obj:
                self.save(item)
                self._out += b'a'
            return
        at = 0
        save = self.save
        while at < len(obj):
            self._out += b'('
            for item in obj[at:at + BATCH] if count > BATCH else obj:
                save(item)
            self._out += b'e'
            at += BATCH

    def _save_dict(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._out += b'}' if self.bin else b'(d'
        self._put(obj)
        count = len(obj)
        if not count:
            return
        save = self.save
        if not self.bin or count == 1:
            for key, value in obj.items():
                save(key)
                save(value)
                self._out += b's'
            return
        items = iter(obj.items())
        done = BATCH
        while done == BATCH:
            done = 0
            self._out += b'('
            for key, value in islice(items, BATCH):
                save(key)
                save(value)
                done += 1
            self._out += b'u'

    def _save_set(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 4:
            self._save_reduced((set, (list(obj),)), obj)
        else:
            self._out += b'\x8f'
            self._put(obj)
            items = iter(obj)
            done = BATCH if obj else 0
            while done == BATCH:
                done = 0
                self._out += b'('
                for item in islice(items, BATCH):
                    self.save(item)
                    done += 1
                self._out += b'\x90'

    def _save_frozenset(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 4:
            self._save_reduced((frozenset, (list(obj),)), obj)
        else:
            self._out += b'('
            for item in obj:
                self.save(item)
            known = self.memo.get(id(obj))
            if known is not None:
                self._out += b'1'
                self._get(known[0])
            else:
                self._out += b'\x91'
                self._put(obj)


def _escaped(char):
    code = ord(char)
    if code < 256:
        return bytes((code,))
    return b'\\u%04x' % code if code < 65536 else b'\\U%08x' % code


# By class: the method that writes instances of exactly that class.
SAVERS = {type(None): Writer._save_none, bool: Writer._save_bool, int: Writer._save_int, float: Writer._save_float,
          str: Writer._save_str, bytes: Writer._save_bytes, bytearray: Writer._save_bytearray, tuple: Writer._save_tuple,
          list: Writer._save_list, dict: Writer._save_dict, set: Writer._save_set, frozenset: Writer._save_frozenset}
