# Where patterns fit: the places, the groups, and which was closed last.
import re


def t(pattern, text, flags=0):
    matches = list(re.compile(pattern, flags).finditer(text))
    print(repr(pattern), [(*match.span(), *match.groups(), match.lastindex) for match in matches])
    print('   ', re.findall(pattern, text, flags), re.split(pattern, text, flags=flags))


t(r'(?:(a)|(b))+', 'ba ab')
t(r'((a)|(b))+', 'ba')
t(r'(a(b)?)+', 'aba')
t(r'(?P<q>["\']).*?(?P=q)', '''say "hi 'x'" 'y' ''')
t(r'(?<![a-z])\d+(?=px)', '10px a20px 30')
t(r'^\s*(\w+)\s*=\s*(.*?)\s*$', 'a = 1\n b=2 \n', re.M)
t(r'$', 'a\nb\n')
t(r'$', 'a\nb\n', re.M)
t(r'^', 'a\nb\n', re.M)
t(r'\bfoo\b', 'foo foobar foo')
t(r'\B', 'ab c')
t(r'(?i)straße|STRASSE', 'Straße STRASSE')
t(r'[^\W\d_]+', 'abc12_é ß9')
t(r'\w+', 'naïve café x²')
t(r'\d+', '१२ 12')
t(r'\d+', '१२ 12', re.A)
t(r'(a)?(b)?c', 'c ac bc abc')
t(r'(?(1)a|b)|(x)', 'ab')
t(r'(x)?(?(1)y|z)', 'xy z xz')
t(r'a{2}', 'aaaaa')
t(r'a{2,}?', 'aaaaa')
t(r'(?>a+)b', 'aaab')
t(r'a++a', 'aaa')
t(r'[\]\-x]+', ']-x')
t(r'[a\-z]', '-')
t(r'\.', 'a.b')
t(r'[.]', '.x')
t(r'x*?', 'xx')
t(r'(?s)a.b', 'a\nb')
t(r'''(?x) a  # comment
 b\ c [ #] ''', 'ab c# ')
t(r'(\d+)-(\d+)', '1-2 33-44')
t('é+', 'ééé')
t('[à-ü]', 'é')
t(r'\u00e9|\x41|\101', 'éA')
t(r'(.)\1', 'aabbc')
t(r'(?i)(.)\1', 'aAbBc')
t(r'(a|ab)(c|bcd)(d*)', 'abcd')
t('(?:a|b)*?c', 'ababc')
t(r'\s+', 'a \t\n\x1c\x85 b')
t(r'\S+', 'a\x1cb c')
t('[\\s]+', 'a \x1d')
t('[^\\s]+', 'a\x1db')
t('','ab')
t('|', 'ab')
t('a|', 'ba')
t('()', 'x')
t('(?=(\\w+))\\1:', 'abc:')
t(r'(?<=(\w))x', 'axbx')
t(r'(?<!^)x', 'xx')
t(r'(?<=\b)x', 'x yx')
t(r'\Ax|x\Z', 'xyx')
t('(?m)^#.*$\n?', '#a\nb\n#c')
t(r'[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}', 'mail bob@x.org, al.b@c.co.uk!')
t('[K-k]+', 'KLMk\u212a', re.I)
t('k', '\u212aK', re.I)
t('k', '\u212aK', re.I|re.A)
t('[^k]', '\u212aK', re.I)
t('ſ', 's S', re.I)
t('(?i:a)b', 'AbAB')
t('(?i)a(?-i:b)', 'AbAB aB')
t('(?a:\\w)\\w', 'aé éa')
t('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'abcdefghijj')
t('(?:(?=a)b|a)', 'ab')
t('(?:a(?=b))*', 'ab')
t('(?=a)*a', 'a')
t('(?:^a|b)+', 'aba')
t('(|a)+', 'aa')
t('(?:|a)*', 'aa')
t('(a|b)*?b', 'aab')
t('.*', 'ab\ncd')
t('.*?', 'ab')
t('a.{0,2}c', 'abc axxc axxxc')
t('x{0}', 'x')
t('(x){0}', 'x')
t('[0-9a-fA-F]{4}', 'dead beef')
t('\\/\\*.*?\\*\\/', '/* a */ b /* c */', re.S)

# expect: '(?:(a)|(b))+' [(0, 2, 'a', 'b', 1), (3, 5, 'a', 'b', 2)]
# expect:     [('a', 'b'), ('a', 'b')] ['', 'a', 'b', ' ', 'a', 'b', '']
# expect: '((a)|(b))+' [(0, 2, 'a', 'a', 'b', 1)]
# expect:     [('a', 'a', 'b')] ['', 'a', 'a', 'b', '']
# expect: '(a(b)?)+' [(0, 3, 'a', 'b', 1)]
# expect:     [('a', 'b')] ['', 'a', 'b', '']
# expect: '(?P<q>["\\\']).*?(?P=q)' [(4, 12, '"', 1), (13, 16, "'", 1)]
# expect:     ['"', "'"] ['say ', '"', ' ', "'", ' ']
# expect: '(?<![a-z])\\d+(?=px)' [(0, 2, None), (7, 8, None)]
# expect:     ['10', '0'] ['', 'px a2', 'px 30']
# expect: '^\\s*(\\w+)\\s*=\\s*(.*?)\\s*$' [(0, 5, 'a', '1', 2), (6, 12, 'b', '2', 2)]
# expect:     [('a', '1'), ('b', '2')] ['', 'a', '1', '\n', 'b', '2', '']
# expect: '$' [(3, 3, None), (4, 4, None)]
# expect:     ['', ''] ['a\nb', '\n', '']
# expect: '$' [(1, 1, None), (3, 3, None), (4, 4, None)]
# expect:     ['', '', ''] ['a', '\nb', '\n', '']
# expect: '^' [(0, 0, None), (2, 2, None), (4, 4, None)]
# expect:     ['', '', ''] ['', 'a\n', 'b\n', '']
# expect: '\\bfoo\\b' [(0, 3, None), (11, 14, None)]
# expect:     ['foo', 'foo'] ['', ' foobar ', '']
# expect: '\\B' [(1, 1, None)]
# expect:     [''] ['a', 'b c']
# expect: '(?i)straße|STRASSE' [(0, 6, None), (7, 14, None)]
# expect:     ['Straße', 'STRASSE'] ['', ' ', '']
# expect: '[^\\W\\d_]+' [(0, 3, None), (6, 7, None), (8, 9, None)]
# expect:     ['abc', 'é', 'ß'] ['', '12_', ' ', '9']
# expect: '\\w+' [(0, 5, None), (6, 10, None), (11, 13, None)]
# expect:     ['naïve', 'café', 'x²'] ['', ' ', ' ', '']
# expect: '\\d+' [(0, 2, None), (3, 5, None)]
# expect:     ['१२', '12'] ['', ' ', '']
# expect: '\\d+' [(3, 5, None)]
# expect:     ['12'] ['१२ ', '']
# expect: '(a)?(b)?c' [(0, 1, None, None, None), (2, 4, 'a', None, 1), (5, 7, None, 'b', 2), (8, 11, 'a', 'b', 2)]
# expect:     [('', ''), ('a', ''), ('', 'b'), ('a', 'b')] ['', None, None, ' ', 'a', None, ' ', None, 'b', ' ', 'a', 'b', '']
# expect: '(?(1)a|b)|(x)' [(1, 2, None, None)]
# expect:     [''] ['a', None, '']
# expect: '(x)?(?(1)y|z)' [(0, 2, 'x', 1), (3, 4, None, None), (6, 7, None, None)]
# expect:     ['x', '', ''] ['', 'x', ' ', None, ' x', None, '']
# expect: 'a{2}' [(0, 2, None), (2, 4, None)]
# expect:     ['aa', 'aa'] ['', '', 'a']
# expect: 'a{2,}?' [(0, 2, None), (2, 4, None)]
# expect:     ['aa', 'aa'] ['', '', 'a']
# expect: '(?>a+)b' [(0, 4, None)]
# expect:     ['aaab'] ['', '']
# expect: 'a++a' []
# expect:     [] ['aaa']
# expect: '[\\]\\-x]+' [(0, 3, None)]
# expect:     [']-x'] ['', '']
# expect: '[a\\-z]' [(0, 1, None)]
# expect:     ['-'] ['', '']
# expect: '\\.' [(1, 2, None)]
# expect:     ['.'] ['a', 'b']
# expect: '[.]' [(0, 1, None)]
# expect:     ['.'] ['', 'x']
# expect: 'x*?' [(0, 0, None), (0, 1, None), (1, 1, None), (1, 2, None), (2, 2, None)]
# expect:     ['', 'x', '', 'x', ''] ['', '', '', '', '', '']
# expect: '(?s)a.b' [(0, 3, None)]
# expect:     ['a\nb'] ['', '']
# expect: '(?x) a  # comment\n b\\ c [ #] ' [(0, 5, None)]
# expect:     ['ab c#'] ['', ' ']
# expect: '(\\d+)-(\\d+)' [(0, 3, '1', '2', 2), (4, 9, '33', '44', 2)]
# expect:     [('1', '2'), ('33', '44')] ['', '1', '2', ' ', '33', '44', '']
# expect: 'é+' [(0, 3, None)]
# expect:     ['ééé'] ['', '']
# expect: '[à-ü]' [(0, 1, None)]
# expect:     ['é'] ['', '']
# expect: '\\u00e9|\\x41|\\101' [(0, 1, None), (1, 2, None)]
# expect:     ['é', 'A'] ['', '', '']
# expect: '(.)\\1' [(0, 2, 'a', 1), (2, 4, 'b', 1)]
# expect:     ['a', 'b'] ['', 'a', '', 'b', 'c']
# expect: '(?i)(.)\\1' [(0, 2, 'a', 1), (2, 4, 'b', 1)]
# expect:     ['a', 'b'] ['', 'a', '', 'b', 'c']
# expect: '(a|ab)(c|bcd)(d*)' [(0, 4, 'a', 'bcd', '', 3)]
# expect:     [('a', 'bcd', '')] ['', 'a', 'bcd', '', '']
# expect: '(?:a|b)*?c' [(0, 5, None)]
# expect:     ['ababc'] ['', '']
# expect: '\\s+' [(1, 7, None)]
# expect:     [' \t\n\x1c\x85 '] ['a', 'b']
# expect: '\\S+' [(0, 1, None), (2, 3, None), (4, 5, None)]
# expect:     ['a', 'b', 'c'] ['', '\x1c', ' ', '']
# expect: '[\\s]+' [(1, 3, None)]
# expect:     [' \x1d'] ['a', '']
# expect: '[^\\s]+' [(0, 1, None), (2, 3, None)]
# expect:     ['a', 'b'] ['', '\x1d', '']
# expect: '' [(0, 0, None), (1, 1, None), (2, 2, None)]
# expect:     ['', '', ''] ['', 'a', 'b', '']
# expect: '|' [(0, 0, None), (1, 1, None), (2, 2, None)]
# expect:     ['', '', ''] ['', 'a', 'b', '']
# expect: 'a|' [(0, 0, None), (1, 2, None), (2, 2, None)]
# expect:     ['', 'a', ''] ['', 'b', '', '']
# expect: '()' [(0, 0, '', 1), (1, 1, '', 1)]
# expect:     ['', ''] ['', '', 'x', '', '']
# expect: '(?=(\\w+))\\1:' [(0, 4, 'abc', 1)]
# expect:     ['abc'] ['', 'abc', '']
# expect: '(?<=(\\w))x' [(1, 2, 'a', 1), (3, 4, 'b', 1)]
# expect:     ['a', 'b'] ['a', 'a', 'b', 'b', '']
# expect: '(?<!^)x' [(1, 2, None)]
# expect:     ['x'] ['x', '']
# expect: '(?<=\\b)x' [(0, 1, None)]
# expect:     ['x'] ['', ' yx']
# expect: '\\Ax|x\\Z' [(0, 1, None), (2, 3, None)]
# expect:     ['x', 'x'] ['', 'y', '']
# expect: '(?m)^#.*$\n?' [(0, 3, None), (5, 7, None)]
# expect:     ['#a\n', '#c'] ['', 'b\n', '']
# expect: '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}' [(5, 14, None), (16, 28, None)]
# expect:     ['bob@x.org', 'al.b@c.co.uk'] ['mail ', ', ', '!']
# expect: '[K-k]+' [(0, 5, None)]
# expect:     ['KLMkK'] ['', '']
# expect: 'k' [(0, 1, None), (1, 2, None)]
# expect:     ['K', 'K'] ['', '', '']
# expect: 'k' [(1, 2, None)]
# expect:     ['K'] ['K', '']
# expect: '[^k]' []
# expect:     [] ['KK']
# expect: 'ſ' [(0, 1, None), (2, 3, None)]
# expect:     ['s', 'S'] ['', ' ', '']
# expect: '(?i:a)b' [(0, 2, None)]
# expect:     ['Ab'] ['', 'AB']
# expect: '(?i)a(?-i:b)' [(0, 2, None)]
# expect:     ['Ab'] ['', 'AB aB']
# expect: '(?a:\\w)\\w' [(0, 2, None)]
# expect:     ['aé'] ['', ' éa']
# expect: '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10' [(0, 11, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 10)]
# expect:     [('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')] ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', '']
# expect: '(?:(?=a)b|a)' [(0, 1, None)]
# expect:     ['a'] ['', 'b']
# expect: '(?:a(?=b))*' [(0, 1, None), (1, 1, None), (2, 2, None)]
# expect:     ['a', '', ''] ['', '', 'b', '']
# expect: '(?=a)*a' [(0, 1, None)]
# expect:     ['a'] ['', '']
# expect: '(?:^a|b)+' [(0, 2, None)]
# expect:     ['ab'] ['', 'a']
# expect: '(|a)+' [(0, 0, '', 1), (0, 1, '', 1), (1, 1, '', 1), (1, 2, '', 1), (2, 2, '', 1)]
# expect:     ['', '', '', '', ''] ['', '', '', '', '', '', '', '', '', '', '']
# expect: '(?:|a)*' [(0, 0, None), (0, 1, None), (1, 1, None), (1, 2, None), (2, 2, None)]
# expect:     ['', 'a', '', 'a', ''] ['', '', '', '', '', '']
# expect: '(a|b)*?b' [(0, 3, 'a', 1)]
# expect:     ['a'] ['', 'a', '']
# expect: '.*' [(0, 2, None), (2, 2, None), (3, 5, None), (5, 5, None)]
# expect:     ['ab', '', 'cd', ''] ['', '', '\n', '', '']
# expect: '.*?' [(0, 0, None), (0, 1, None), (1, 1, None), (1, 2, None), (2, 2, None)]
# expect:     ['', 'a', '', 'b', ''] ['', '', '', '', '', '']
# expect: 'a.{0,2}c' [(0, 3, None), (4, 8, None)]
# expect:     ['abc', 'axxc'] ['', ' ', ' axxxc']
# expect: 'x{0}' [(0, 0, None), (1, 1, None)]
# expect:     ['', ''] ['', 'x', '']
# expect: '(x){0}' [(0, 0, None, None), (1, 1, None, None)]
# expect:     ['', ''] ['', None, 'x', None, '']
# expect: '[0-9a-fA-F]{4}' [(0, 4, None), (5, 9, None)]
# expect:     ['dead', 'beef'] ['', ' ', '']
# expect: '\\/\\*.*?\\*\\/' [(0, 7, None), (10, 17, None)]
# expect:     ['/* a */', '/* c */'] ['', ' b ', '']
