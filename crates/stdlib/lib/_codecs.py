# _codecs: text to bytes and back, as old pickles ask for it. [hidden: native code in CPython] No native hooks.


def encode(obj, encoding='utf-8', errors='strict'):
    """Text as bytes."""
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    """Bytes as text."""
    return obj.decode(encoding, errors)


for _function in (encode, decode):
    _function.__module__ = '_codecs'
