# ctypes: the numbers of C, as multiprocessing shares them; nothing else. No native hooks.

from multiprocessing.sharedctypes import _codec, _Value

__all__ = ['c_bool', 'c_byte', 'c_char', 'c_double', 'c_float', 'c_int', 'c_long', 'c_longlong', 'c_short', 'c_ubyte',
           'c_uint', 'c_ulong', 'c_ulonglong', 'c_ushort', 'c_wchar']


class _SimpleCData(_Value):
    """A number of C."""

    def __init__(self, *args):
        _Value.__init__(self, self._type_, args)


def _make(name, typecode):
    cls = type(name, (_SimpleCData,), {'_type_': typecode, '__module__': 'ctypes', '__doc__': _codec(typecode)[0]})
    globals()[name] = cls


for _name, _typecode in (('c_bool', '?'), ('c_byte', 'b'), ('c_char', 'c'), ('c_double', 'd'), ('c_float', 'f'), ('c_int', 'i'),
                         ('c_long', 'l'), ('c_short', 'h'), ('c_ubyte', 'B'), ('c_uint', 'I'), ('c_ulong', 'L'),
                         ('c_ushort', 'H'), ('c_wchar', 'u')):
    _make(_name, _typecode)
c_longlong = c_int64 = c_ssize_t = c_long
c_ulonglong = c_uint64 = c_size_t = c_ulong
c_int8, c_int16, c_int32, c_uint8, c_uint16, c_uint32 = c_byte, c_short, c_int, c_ubyte, c_ushort, c_uint
