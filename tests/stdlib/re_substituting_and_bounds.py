# Replacing, splitting, and the part of a text that is searched.
import re

p = re.compile(r'b'); print(p.search('abab', 2), p.match('ab', 1), re.compile('^b').search('ab', 1), re.compile('(?<=a)b').search('ab', 1), re.compile('b$').search('abc', 0, 2), p.findall('abb', 1, 2), p.fullmatch('ab', 1))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', r'\\', 'a'), re.sub('(?P<x>a)', r'[\g<x>\g<0>\g<1>]', 'ba'), re.sub('$', '!', 'a\n'), re.sub(r'(x)?a', r'<\1>', 'a xa'), re.sub(b'a', rb'\x' if 0 else b'b', b'aa'))
print(re.sub('', '-', 'abc'), re.sub('b*', '-', 'abc'), re.split('', 'ab'), re.split('(a)', 'bab'), re.split('a', ''), re.findall('', ''), re.sub('a', 'b', 'aaa', count=2), re.split('[,;] *', 'a, b;c', maxsplit=1))
print(re.fullmatch('a|ab', 'ab'), re.fullmatch('a*?', 'aa'), re.fullmatch('(a)(b)?', 'a').groups(), re.match('(?P<a>x)|(?P<b>y)', 'y').groupdict(), re.match('(?P<a>x)|(?P<b>y)', 'y').lastgroup)
tok = re.compile(r'(?P<NUM>\d+)|(?P<ID>[a-z]\w*)|(?P<OP>[+*/()-])|(?P<WS>\s+)')
print([(m.lastgroup, m[0]) for m in tok.finditer('x1 + 42*(y - 7)')])
print(re.findall(r'(?=(..))', 'abcd'), re.match(r'(a+)+$', 'aaaaaaaaaaaaaaaaab'))
class S(str): pass
print(type(re.sub('a','b',S('xa'))), type(re.match('x', S('x')).string), type(re.match('x', S('x')).group()))
print(repr(re.compile('a', re.U)), repr(re.compile('a', re.A|re.I)), re.compile('(?im)a').flags, re.compile(b'a').flags, re.compile('a',re.A).flags)
print(re.search(b'b', bytearray(b'abc')), re.findall(b'\\w', bytearray(b'a b')), re.compile('(?P<é>.)').groupindex)

# expect: <re.Match object; span=(3, 4), match='b'> <re.Match object; span=(1, 2), match='b'> None <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(1, 2), match='b'> ['b'] <re.Match object; span=(1, 2), match='b'>
# expect: world hello \ b[aaa] a!
# expect: ! <> <x> b'bb'
# expect: -a-b-c- -a--c- ['', 'a', 'b', ''] ['b', 'a', 'b'] [''] [''] bba ['a', 'b;c']
# expect: <re.Match object; span=(0, 2), match='ab'> <re.Match object; span=(0, 2), match='aa'> ('a', None) {'a': None, 'b': 'y'} b
# expect: [('ID', 'x1'), ('WS', ' '), ('OP', '+'), ('WS', ' '), ('NUM', '42'), ('OP', '*'), ('OP', '('), ('ID', 'y'), ('WS', ' '), ('OP', '-'), ('WS', ' '), ('NUM', '7'), ('OP', ')')]
# expect: ['ab', 'bc', 'cd'] None
# expect: <class 'str'> <class '__main__.S'> <class 'str'>
# expect: re.compile('a') re.compile('a', re.IGNORECASE|re.ASCII) 42 0 256
# expect: <re.Match object; span=(1, 2), match=b'b'> [b'a', b'b'] {'é': 1}
