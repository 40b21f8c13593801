# Pattern and Match as objects, and what they complain of.
import re
print(re.compile('a'), repr(re.compile('a(?P<x>b)', re.I|re.M)), re.compile(b'a', re.X), re.compile('x'*250))
m = re.match('(a)(?P<n>b)?', 'ac')
print(m, m.groups(), m.groupdict(), m.lastindex, m.lastgroup, m.regs, m.span(), m[0], m.start(2), m.end('n'))
print(re.I, repr(re.I|re.S), re.IGNORECASE.value, re.RegexFlag, repr(re.NOFLAG))
print(type(m), type(re.compile('a')), re.Match, re.Pattern, re.Match.__module__)
for f in (
    lambda: m.group(3),
    lambda: m.group('zz'),
    lambda: re.sub('a', '\\2', 'a'),
    lambda: re.sub('a', '\\g<x>', 'a'),
    lambda: re.sub('a','\\','a'),
    lambda: re.sub('a','\\q','a'),
    lambda: re.match(b'a','a'),
    lambda: re.match('a',b'a'),
    lambda: re.match(1,'a'),
    lambda: re.match('a',1),
    lambda: re.sub('a', 1, 'a'),
    lambda: re.sub('(a)', '\\g<1', 'a'),
    lambda: re.sub('(a)', '\\g', 'a'),
    lambda: re.sub('(a)', '\\g<>', 'a'),
    lambda: re.sub('(a)', '\\g<1x>', 'a'),
    lambda: re.sub('(a)', '\\400', 'a'),
    lambda: re.sub('(a)', '\\9', 'a'),
    lambda: re.sub('(a)', '\\g<5>', 'a'),
    lambda: re.compile(re.compile('a'), re.I),
    lambda: re.Pattern(),
    lambda: re.Match(),
    lambda: m.expand('\\3'),
    lambda: re.compile('a', 'x'),
    lambda: re.compile([]),
    lambda: m.start(7),
    lambda: re.compile('('),
):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e), e)
print(m.expand(r'\1-\2-\g<n>-\g<1>\n\t\x41'[:-4]))
print(re.escape('a.b*c-d e\n\té_'), re.escape(b'a.b'))
print(re.split('(,)|;', 'a,b;c'), re.split('x*', 'axbc'), re.split(r'\b', 'ab cd'), re.split(',', 'a,b,c', maxsplit=1))
print(re.findall(r'\w+', 'hi there'), re.findall('(a)(b)?', 'abaa'), re.findall('|a', 'aa'), list(re.finditer('a*', 'baac')))
print(re.sub('x*', '-', 'abxd'), re.subn('a', lambda m: m[0].upper()*2, 'banana', count=2), re.sub('(?P<w>\\w+)', r'<\g<w>>\1', 'a b'))
p = re.compile('(?P<x>a)(b)')
print(p.groupindex, p.groups, p.flags, p.pattern, p.search('zab', 1), p.search('zab', 2), p.fullmatch('ab'), p.match('ab', 0, 1), p == re.compile('(?P<x>a)(b)'), hash(p) == hash(re.compile('(?P<x>a)(b)')))
print(m.re, m.string, m.pos, m.endpos, bool(m))
import copy, pickle
print(copy.copy(m) is m, copy.deepcopy(p) is p, pickle.loads(pickle.dumps(p)) == p)
print(re.template if hasattr(re,'template') else 'no', re.error is re.PatternError)
e = None
try:
    re.compile('a\n(b')
except re.error as x:
    e = x
print(e, e.msg, e.pos, e.lineno, e.colno, e.pattern, e.args, repr(e))
sc = re.compile('a').scanner('banana'); print(sc.search(), sc.search(), sc.match())
print(p.findall(string='ab', pos=0), p.sub(repl='c', string='ab', count=1), m.group(0,1,'n'), m.groups('d'), m.groupdict(default='q'))

# expect: re.compile('a') re.compile('a(?P<x>b)', re.IGNORECASE|re.MULTILINE) re.compile(b'a', re.VERBOSE) re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
# expect: <re.Match object; span=(0, 1), match='a'> ('a', None) {'n': None} 1 None ((0, 1), (0, 1), (-1, -1)) (0, 1) a -1 -1
# expect: re.IGNORECASE re.IGNORECASE|re.DOTALL 2 <flag 'RegexFlag'> re.NOFLAG
# expect: <class 're.Match'> <class 're.Pattern'> <class 're.Match'> <class 're.Pattern'> re
# expect: <class 'IndexError'> no such group
# expect: <class 'IndexError'> no such group
# expect: <class 're.PatternError'> invalid group reference 2 at position 1
# expect: <class 'IndexError'> unknown group name 'x'
# expect: <class 're.PatternError'> bad escape (end of pattern) at position 0
# expect: <class 're.PatternError'> bad escape \q at position 0
# expect: <class 'TypeError'> cannot use a bytes pattern on a string-like object
# expect: <class 'TypeError'> cannot use a string pattern on a bytes-like object
# expect: <class 'TypeError'> first argument must be string or compiled pattern
# expect: <class 'TypeError'> expected string or bytes-like object, got 'int'
# expect: <class 'TypeError'> decoding to str: need a bytes-like object, int found
# expect: <class 're.PatternError'> missing >, unterminated name at position 3
# expect: <class 're.PatternError'> missing < at position 2
# expect: <class 're.PatternError'> missing group name at position 3
# expect: <class 're.PatternError'> bad character in group name '1x' at position 3
# expect: <class 're.PatternError'> octal escape value \400 outside of range 0-0o377 at position 0
# expect: <class 're.PatternError'> invalid group reference 9 at position 1
# expect: <class 're.PatternError'> invalid group reference 5 at position 3
# expect: <class 'ValueError'> cannot process flags argument with a compiled pattern
# expect: <class 'TypeError'> cannot create 're.Pattern' instances
# expect: <class 'TypeError'> cannot create 're.Match' instances
# expect: <class 're.PatternError'> invalid group reference 3 at position 1
# expect: <class 'TypeError'> unsupported operand type(s) for &: 'str' and 'int'
# expect: <class 'TypeError'> unhashable type: 'list'
# expect: <class 'IndexError'> no such group
# expect: <class 're.PatternError'> missing ), unterminated subpattern at position 0
# expect: a---a
# expect: 	
# expect: a\.b\*c\-d\ e\
# expect: \	é_ b'a\\.b'
# expect: ['a', ',', 'b', None, 'c'] ['', 'a', '', 'b', 'c', ''] ['', 'ab', ' ', 'cd', ''] ['a', 'b,c']
# expect: ['hi', 'there'] [('a', 'b'), ('a', ''), ('a', '')] ['', 'a', '', 'a', ''] [<re.Match object; span=(0, 0), match=''>, <re.Match object; span=(1, 3), match='aa'>, <re.Match object; span=(3, 3), match=''>, <re.Match object; span=(4, 4), match=''>]
# expect: -a-b--d- ('bAAnAAna', 2) <a>a <b>b
# expect: {'x': 1} 2 32 (?P<x>a)(b) <re.Match object; span=(1, 3), match='ab'> None <re.Match object; span=(0, 2), match='ab'> None True True
# expect: re.compile('(a)(?P<n>b)?') ac 0 2 True
# expect: True True True
# expect: no True
# expect: missing ), unterminated subpattern at position 2 (line 2, column 1) missing ), unterminated subpattern 2 2 1 a
# expect: (b ('missing ), unterminated subpattern at position 2 (line 2, column 1)',) PatternError('missing ), unterminated subpattern at position 2 (line 2, column 1)')
# expect: <re.Match object; span=(1, 2), match='a'> <re.Match object; span=(3, 4), match='a'> None
# expect: [('a', 'b')] c ('a', 'a', None) ('a', 'd') {'n': 'q'}
