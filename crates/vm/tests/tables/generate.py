"""Write the tables of this folder: what CPython 3.13 computes for operators, methods and formats.

Run it with python3.13 in this folder. Each line is one case: what is called, the arguments as a tuple, the result or
the exception, separated by tabs. `src/conformance.rs` compares.
"""

import itertools
import operator
import random
import warnings

warnings.simplefilter('ignore')
random.seed(13)

INTS = [0, 1, -1, 2, 3, -7, 10, 255, 2**31, 2**53 + 1, -2**63, 2**63 - 1, 2**63, 2**64 + 1, -10**20, 10**30]
FLOATS = [0.0, -0.0, 1.5, -2.5, 0.1, 1e300, -1e300, 5e-324, 1e16, 123456.789, float('inf'), float('-inf'), float('nan')]
NUMBERS = INTS + FLOATS + [True, False]
OTHERS = ['', 'ab', 'é€', b'', b'xy', [1, 2], (1, 'a'), {'k': 1}, None]

OPERATORS = {
    '+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '//': operator.floordiv,
    '%': operator.mod, '**': operator.pow, '<<': operator.lshift, '>>': operator.rshift, '&': operator.and_,
    '|': operator.or_, '^': operator.xor, '@': operator.matmul,
}
UNARY = {'-': operator.neg, '+': operator.pos, '~': operator.invert, 'abs': abs, 'hash': hash, 'repr': repr,
         'str': str, 'ascii': ascii, 'int': int, 'float': float, 'bool': bool, 'round': round}

SPECS = ['', 'd', 'n', 'x', '#x', 'b', '#b', 'o', '#o', 'X', '#X', 'c', ',', '_', '_x', '_b', ',x', 'e', 'E', 'f', 'F',
         'g', 'G', '%', '.2f', '.3', '.0f', '#.0f', '#.3g', '+', '-', ' ', '05', '<8', '>8', '^8', '=8', '*^9', '08',
         '<08', '010,', '015,.2f', '+,', '.2', 's', '.3s', 'q', 'z', 'z.1f', '#', '10_d', '_d', '__', '_,', ',_', ',,',
         '.', '.f', '1000000000000000000000', 'é', '10.3e', '.1%', '_.2f', ',.2e', '020_b', '#020_x', '#012b', 'é^10',
         '{<5', '05.1f', '+.3e', '.15g', '.17g', '.0e', '.0g', 'c5', '5c', '+c', '#c', '.2d', ',c', '_c', '_n', ',n',
         '0<5', '00', 'x<05', '=+5', '010.3f', ',.3', '.3n', '06', 'z5', '0=8', '08n', '.70000f', '#.5', '#', '#g',
         '#e', '^+10,.1f', '.400g', '>3', 'x^7']
FORMATTED = [5, -5, 1234567, 1.5, -1234567.891, 'abc', 'é€x', True, 0, 0.0, -0.0, float('nan'), float('inf'), -1e20,
             10**25, 0.00001234, 1e100, 123456789.0, 2.5, None, [1], -0.04, 65, 99999.5, 1e15, 1e16, 0.5]

PERCENT = ['%s', '%r', '%a', '%d', '%i', '%u', '%x', '%X', '%o', '%c', '%e', '%E', '%f', '%F', '%g', '%G', '%5s', '%-5s|',
           '%05d', '%+d', '% d', '%-5d|', '%.3d', '%#x', '%#o', '%#X', '%08x', '%.2f', '%10.3f', '%-10.3f|', '%010.3f',
           '%.0f', '%#.0f', '%.3s', '%10.2s', '%%', '%', '%z', '%5%', '%ld', '%+5d', '%+.1e', '%#g', '%05s', '%-05d|',
           'no', '%s %s', '%(a)s', '% 05d', '%#5x', '%.3x', '%#.3x', '%5c', '%hd', '%é']
PERCENT_ARGS = [(1,), (-42,), (3.14159,), ('text',), (1, 2), (), (None,), (10**30,), (1e100,), ('é',), (True,),
                ({'a': 1},), ([1, 'x'],), (65,), (float('nan'),), (float('-inf'),), (b'by',), (0,), (-0.0,)]

TEXTS = ['', 'a', 'abc', 'Hello World', 'aaa', ' a  b ', 'a,b,,c', 'x=1;y=2', '\tTab\n', 'line1\nline2\r\nline3', 'ß', 'éàü',
         'ÀÉ', '123', '٣', '²', 'a1_b', '1a', '+5', '-12', 'ΑΣ', 'ǆx', 'they\'re Bill\'s', 'ABC', 'Abc Def', '€uro €', ' \u3000x',
         'foo.bar.baz', '\x1c\x85', '日本語', 'a' * 70 + 'é' + 'b' * 70]
NEEDLES = ['', 'a', 'b', 'aa', 'l', ',', ' ', 'é', '€', 'xyz', '.', '\n']
POSITIONS = [None, 0, 1, 2, -1, -2, 5, 100, -100, 10**30]


def case(name, function, *args):
    shown = ascii(args)
    try:
        result = function(*args)
        if isinstance(result, complex):
            return
        text = ascii(result)
    except Exception as error:
        text = '! %s: %s' % (type(error).__name__, ascii(str(error))[1:-1])
    if len(text) < 3000:
        rows.append('%s\t%s\t%s' % (name, shown, text))


def write(filename, most):
    global rows
    if len(rows) > most:
        rows = random.sample(rows, most)
    with open(filename, 'w') as file:
        for row in sorted(set(rows)):
            print(row, file=file)
    rows = []


def operators():
    for symbol, function in OPERATORS.items():
        for a, b in itertools.product(NUMBERS + OTHERS, repeat=2):
            if symbol in ('**', '<<') and isinstance(b, int) and b > 300:
                continue
            if symbol == '%' and isinstance(a, (str, bytes)):
                continue
            if symbol == '*' and isinstance(a, int) and isinstance(b, (str, bytes, list, tuple)) and a > 10:
                continue
            if symbol == '*' and isinstance(b, int) and isinstance(a, (str, bytes, list, tuple)) and b > 10:
                continue
            case('binary ' + symbol, function, a, b)
    for name, function in UNARY.items():
        for a in NUMBERS + OTHERS:
            if name == 'hash' and (isinstance(a, float) and a != a or a is None):
                continue
            case('unary ' + name, function, a)
    for a, b in itertools.product(NUMBERS, repeat=2):
        case('divmod', divmod, a, b)
    for a in NUMBERS + [2.675, 1.005, 0.5, 1.5, 2.5, -0.5, 1234.5678, 1e22, 5e15 + 0.5, 15, 25, -15, 12345]:
        for n in (None, 0, 1, 2, 5, -1, -2, -3, 20, 400, -400):
            case('round', round, a, n)
    for a, b, c in itertools.product([0, 1, -3, 5, 10**20], [0, 1, 5, -1, -2, 10**20], [1, 7, -7, 10, 0, 10**21 + 1, 1.5]):
        case('pow', pow, a, b, c)
    for _ in range(300):
        a = random.randrange(-10**random.randrange(1, 40), 10**random.randrange(1, 40))
        b = random.randrange(1, 10**random.randrange(1, 40)) * random.choice((1, -1))
        for symbol in ('/', '//', '%', '&', '|', '^'):
            case('binary ' + symbol, OPERATORS[symbol], a, b)
        f = random.choice((1, -1)) * random.random() * 10.0**random.randrange(-320, 308)
        g = random.choice((1, -1)) * random.random() * 10.0**random.randrange(-20, 20)
        for symbol in ('//', '%', '**', '/'):
            case('binary ' + symbol, OPERATORS[symbol], f, g)
        case('unary repr', repr, f)
        case('unary hash', hash, f)
        case('unary hash', hash, a)
        case('round', round, g, random.randrange(-5, 10))
    write('operators.txt', 1800)


def formats():
    for value, spec in itertools.product(FORMATTED, SPECS):
        case('format', format, value, spec)
    for _ in range(500):
        spec = ''.join((random.choice(('', '<', '>', '^', '=', '*<', '0>')), random.choice(('', '+', ' ')),
                        random.choice(('', '#')), random.choice(('', '0')), random.choice(('', '7', '15')),
                        random.choice(('', ',', '_')), random.choice(('', '.0', '.3', '.10')),
                        random.choice(('', 'e', 'f', 'g', '%', 'd', 'x', 'n'))))
        f = random.choice((1, -1)) * random.random() * 10.0**random.randrange(-10, 20)
        case('format', format, f, spec)
        case('format', format, int(f), spec)
    write('formats.txt', 1200)


def percents():
    for template, args in itertools.product(PERCENT, PERCENT_ARGS):
        case('binary %', operator.mod, template, args)
        if template.isascii() and template != '%i':
            case('binary %', operator.mod, template.encode(), args)
    for template in PERCENT:
        for arg in (1, 'x', {'a': 'v'}, [1], None, 2.5):
            case('binary %', operator.mod, template, arg)
    case('binary %', operator.mod, '%*d|%-*d|%.*f', (5, 1, 5, 2, 2, 3.14159))
    case('binary %', operator.mod, '%(a)05d %(b)r', {'a': 3, 'b': 'x'})
    case('binary %', operator.mod, '%(a)s %(c)s', {'a': 3})
    write('percents.txt', 700)


def method(name, *args):
    kind, attribute = name.split('.')
    case(name, getattr({'str': str, 'bytes': bytes, 'int': int, 'float': float, 'bytearray': bytearray}[kind], attribute), *args)


NULLARY = ('capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace '
           'istitle isupper lower lstrip rstrip strip split rsplit splitlines swapcase title upper expandtabs encode').split()


def texts():
    for text in TEXTS:
        for name in NULLARY:
            method('str.' + name, text)
            data = text.encode('latin-1', 'replace')
            if hasattr(bytes, name):
                method('bytes.' + name, data)
        for width in (0, 5, 8, 9, -1):
            method('str.zfill', text, width)
            for name in ('center', 'ljust', 'rjust'):
                method('str.' + name, text, width)
                method('str.' + name, text, width, '*')
                method('bytes.' + name, text.encode('latin-1', 'replace'), width, b'*')
        for needle in NEEDLES:
            raw, data = needle.encode('latin-1', 'replace'), text.encode('latin-1', 'replace')
            for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'):
                method('str.' + name, text, needle)
                method('bytes.' + name, data, raw)
                for start, end in random.sample(list(itertools.product(POSITIONS, repeat=2)), 4):
                    method('str.' + name, text, needle, start, end)
                    method('bytes.' + name, data, raw, start, end)
            for name in ('partition', 'rpartition', 'removeprefix', 'removesuffix', 'strip', 'lstrip', 'rstrip', 'split',
                         'rsplit', 'join'):
                if name != 'join':
                    method('str.' + name, text, needle)
                    method('bytes.' + name, data, raw)
            method('str.replace', text, needle, '<>')
            method('str.replace', text, needle, '', 1)
            method('str.replace', text, needle, '--', 2)
            method('bytes.replace', data, raw, b'<>')
            method('bytes.replace', data, raw, b'-', 1)
            for count in (-1, 0, 1, 2):
                method('str.split', text, needle, count)
                method('str.rsplit', text, needle, count)
                method('bytes.split', data, raw, count)
                method('bytes.rsplit', data, raw, count)
        for count in (-1, 0, 1, 2):
            method('str.split', text, None, count)
            method('str.rsplit', text, None, count)
            method('bytes.rsplit', text.encode('latin-1', 'replace'), None, count)
        method('str.splitlines', text, True)
        method('str.expandtabs', text, 4)
        for codec in ('utf-8', 'ascii', 'latin-1', 'utf-16', 'utf_16_be', 'UTF-32', 'nope') if text else ('utf-8',):
            for errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'bad'):
                method('str.encode', text, codec, errors)
                if errors != 'xmlcharrefreplace' and '16' not in codec and '32' not in codec:
                    method('bytes.decode', text.encode('utf-8'), codec, errors)
        for codec in ('utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be'):
            method('bytes.decode', text.encode(codec), codec)
        method('str.translate', text, {97: 'X', 98: None, 233: 'e', 99: 100})
    for data in (b'\xff', b'a\x80b', b'\xe2\x82', b'\xe2\x28\xa1', b'\xf0\x9f\x98', b'\xc0\x80', b'\xed\xa0\x80', b'ok\xc3'):
        for errors in ('strict', 'ignore', 'replace', 'backslashreplace'):
            method('bytes.decode', data, 'utf-8', errors)
            method('bytes.decode', data, 'ascii', errors)
    for items in (['a', 'b'], ('x',), [], ['a', 1], 'abc', 5, {'k': 1}, [b'a']):
        method('str.join', ', ', items)
    for items in ([b'a', b'b'], (b'x',), [], [b'a', 1], b'abc', 5, ['a']):
        method('bytes.join', b', ', items)
    method('str.maketrans', 'ab', 'cd')
    method('str.maketrans', 'ab', 'cd', 'e')
    method('str.maketrans', 'ab', 'c')
    method('str.maketrans', {'a': 1, 5: 'x'})
    method('str.maketrans', {'ab': 1})
    method('str.maketrans', 5)
    method('str.center', 'a', 5, 'ab')
    method('str.ljust', 'a', 5, 1)
    method('str.ljust', 'a', 'x')
    for name in ('find', 'index', 'count', 'startswith', 'endswith', 'strip', 'split', 'partition', 'removeprefix'):
        method('str.' + name, 'abc', 1)
        method('bytes.' + name, b'abc', 'x')
        method('bytes.' + name, b'abc', 98)
    method('str.startswith', 'abc', ('x', 'a'))
    method('str.startswith', 'abc', ('x', 1))
    method('str.endswith', 'abc', ('bc',))
    for args in ((b'\x01\xff',), (b'\x01\xff\x02', ':'), (b'abcdef', '-', 2), (b'abcde', '-', -2), (b'',)):
        method('bytes.hex', *args)
    for arg in ('0aff', '0a ff', ' 0a', '0', 'zz', 5):
        method('bytes.fromhex', arg)
    method('bytes.translate', b'abc', bytes(range(1, 256)) + b'\0')
    method('bytes.translate', b'abc', None, b'b')
    method('bytes.maketrans', b'a', b'b')
    write('texts.txt', 2600)


TEMPLATES = [('{} {}', 1, 2), ('{0} {1} {0}', 'a', 'b'), ('{} {0}', 1), ('{0} {}', 1, 2), ('{:>5}|{:<5}|', 'a', 'b'), ('{!r:>6}', 'x'),
             ('{:{}}', 'a', 5), ('{:{:{}}}', 1, 2, 3), ('{!x}', 1), ('{', 1), ('}', 1), ('{{}}', 1), ('{0', 1), ('{0!}', 1),
             ('{0!r', 1), ('{0!rx}', 1), ('{0:', 1), ('{0[}', [1]), ('{0[a}', [1]), ('{0.}', 1), ('{0]}', 1), ('{0[0]x}', [1]),
             ('{0[0]}', [7]), ('{0[1]}', (1, 2)), ('{0[k]}', {'k': 3}), ('{0[5]}', [1]), ('{0[x]}', {'y': 1}), ('{a}',), ('{}',),
             ('{:,}', 1234567), ('{:.2f}', 3.14159), ('{:%}', 0.25), ('{:5}', None), ('{!s:.2}', 'abc'), ('{!a}', 'é'),
             ('{:08.3f}', -3.14159), ('{0:{1}.{2}f}', 3.14159, 10, 2), ('a{{b}}c{}', 1), ('{:d}', 'a'), ('{:x}', 255),
             ('{99999999999999999999}', 1), ('{0[]}', [1]), ('{[0]}', [5]), ('{0{}}', 1), ('{:}}', 1), ('{!}', 1), ('{!r:}', 'a')]


def templates():
    for template in TEMPLATES:
        method('str.format', *template)
    method('str.format_map', '{x}', {'x': 1})
    method('str.format_map', '{y}', {'x': 1})
    method('str.format_map', '{}', {'x': 1})
    write('templates.txt', 1000)


def numbers():
    for n in INTS + [True, 65, -255, 256]:
        for name in ('bit_length', 'bit_count', 'conjugate', 'as_integer_ratio', 'is_integer', '__index__', '__float__'):
            method('int.' + name, n)
        for length in (0, 1, 2, 8, 20):
            for order in ('big', 'little', 'x'):
                method('int.to_bytes', n, length, order)
    for data in (b'', b'\x01', b'\x01\x00', b'\xff\xfe\xfd', [1, 2], 'a', 5):
        for order in ('big', 'little', 'x'):
            method('int.from_bytes', data, order)
    for f in FLOATS + [0.5, 1e-10, 3.0, 2**70 + 0.0]:
        for name in ('as_integer_ratio', 'is_integer', 'hex', 'conjugate', '__int__', '__floor__', '__ceil__', '__trunc__'):
            method('float.' + name, f)
    for text in ('0x1.8p+1', 'x', 'inf', '-nan', '1.8', '0x.8p3', '-0x1p-1074', '0x1p1024', '0x1.fffffffffffff8p1023',
                 '0x1p-1080', '', '0x', '1p5', ' 0x1.8 ', '0x1.00000000000008p0', '0x1.00000000000018p0', '0x1p99999999999'):
        method('float.fromhex', text)
    for text in ('12', ' 12 ', '-12', '+5', '1_000', '1__0', '_1', '1_', '', ' ', '0x10', '٣٤', '12a', '9' * 30, '-' + '9' * 25, 'ab',
                 '0b11', '0o17', '012', '00', '0_0', 'z', '1.5', '- 1', '--1', b'12', b'x', None, 1.9, -1.9, 1e30,
                 float('nan'), float('inf'), [], True):
        case('int', int, text)
        for base in (0, 2, 8, 10, 16, 36, 1, 37, -1):
            case('int', int, text, base)
    for text in ('1.5', ' 1.5 ', '1e5', '1e', '.5', '5.', '.', '', 'inf', '-Infinity', 'nan', '+nan', '1_0.5', '1__0', '1_.5', 'abc',
                 '1e400', '1e-400', '٣.٥', '0x1p3', b'2.5', b'x', None, [], 10**400, 5, True, '1e+5', 'infinit', '1e5_0'):
        case('float', float, text)
    for args in ((), (5,), (-1,), (b'x',), ([1, 2],), ([256],), ((1, 2.5),), ('a',), ('é', 'utf-8'), ('é', 'ascii'), ('é', 'ascii', 'ignore'),
                 (1.5,), (10**20,), (b'a', 'ascii'), (None,), (True,)):
        case('bytes', bytes, *args)
        case('bytearray', bytearray, *args)
    for args in ((), (5,), (b'ab',), (b'ab', 'ascii'), (b'\xff', 'utf-8'), (b'\xff', 'utf-8', 'replace'), (1, 'ascii'), ('a', 'ascii'),
                 (None,), ([1, 'a'],), (bytearray(b'x'),), ({1: [2]},), ((1,),), (1e22,), ("it's",), ('"\'',)):
        case('str', str, *args)
    for n in (0, 255, -255, 10**20, True, 1.5, 'a'):
        for name, function in (('hex', hex), ('oct', oct), ('bin', bin), ('chr', chr)):
            case(name, function, n)
    for c in ('a', 'é', '€', '', 'ab', b'a', b'', 5, '\U0001f600'):
        case('ord', ord, c)
    write('numbers.txt', 700)


rows = []
operators()
formats()
percents()
texts()
templates()
numbers()
