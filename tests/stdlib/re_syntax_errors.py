# What is wrong with a pattern, and where.
import re

patterns = [
    '(', ')', '(a', 'a)', '[', '[a', '*', 'a**', 'a{2,1}', 'a{1,2}{3}', 'a+?+', 'a++', '(?P<n>a)(?P<n>b)',
    '(?P<1>a)', '(?P<n', '(?P<>a)', '(?Px)', '(?P=n)', '(?P=n', '(?z)', '(?', '(?i', 'a(?i)', '(?<a)', '(?<=a*)',
    '(?<=a|bc)', '\\', '\\q', '[\\q]', '[z-a]', '[a-\\d]', '\\1', '(a)\\2', '(\\1)', '\\x1', '\\u12', '\\U0011',
    '\\U00110000', '\\8', '\\400', '[\\400]', '\\N{foo}', '\\N', '(?(1)a|b)', '(?(n)a)', '(a)(?(1)a|b|c)',
    '(a)(?(1', '(?(0)a)', '(?#abc', '(?-:a)', '(?i-i:a)', '(?-L:a)', '(?a-a:x)', '(?au:x)', '(?iL)',
    'x{99999999999999}', '^*', '(?:)*', 'a{,3}', 'a{3', 'a{,}', '(?i-', '(?i:', '(?i-z:a)', '(?P>x)', '(?P',
    '(?=a', '(?!)', '[]', '[^]', '[a-', '(?s)(?x) a', '(?<n>a)', '(?P<n>', '(?(a-)b)', '(?P=1)', '(?x:a b)(?# c',
    'a|*', '$*', '\\b*', '(?>a', '(?i)a(?m:b)', '(?<=(?P<x>a))(?P=x)', '(?<=\\1)(a)', '(a)(?<=\\1)', '(?<=(a)\\1)',
    '(?P<é>a)', '\\Z*', 'x{1,2}+', 'x{1}++',
]
for pattern in patterns:
    try:
        print(repr(pattern), re.compile(pattern).groups)
    except re.PatternError as error:
        print(repr(pattern), error.pos, error)
    except OverflowError as error:
        print(repr(pattern), error)

try:
    re.compile('a\n(b')
except re.error as error:
    print(error, error.lineno, error.colno, repr(error.pattern), error.msg)

# expect: '(' 0 missing ), unterminated subpattern at position 0
# expect: ')' 0 unbalanced parenthesis at position 0
# expect: '(a' 0 missing ), unterminated subpattern at position 0
# expect: 'a)' 1 unbalanced parenthesis at position 1
# expect: '[' 0 unterminated character set at position 0
# expect: '[a' 0 unterminated character set at position 0
# expect: '*' 0 nothing to repeat at position 0
# expect: 'a**' 2 multiple repeat at position 2
# expect: 'a{2,1}' 2 min repeat greater than max repeat at position 2
# expect: 'a{1,2}{3}' 6 multiple repeat at position 6
# expect: 'a+?+' 3 multiple repeat at position 3
# expect: 'a++' 0
# expect: '(?P<n>a)(?P<n>b)' 12 redefinition of group name 'n' as group 2; was group 1 at position 12
# expect: '(?P<1>a)' 4 bad character in group name '1' at position 4
# expect: '(?P<n' 4 missing >, unterminated name at position 4
# expect: '(?P<>a)' 4 missing group name at position 4
# expect: '(?Px)' 1 unknown extension ?Px at position 1
# expect: '(?P=n)' 4 unknown group name 'n' at position 4
# expect: '(?P=n' 4 missing ), unterminated name at position 4
# expect: '(?z)' 1 unknown extension ?z at position 1
# expect: '(?' 2 unexpected end of pattern at position 2
# expect: '(?i' 3 missing -, : or ) at position 3
# expect: 'a(?i)' 1 global flags not at the start of the expression at position 1
# expect: '(?<a)' 1 unknown extension ?<a at position 1
# expect: '(?<=a*)' None look-behind requires fixed-width pattern
# expect: '(?<=a|bc)' None look-behind requires fixed-width pattern
# expect: '\\' 0 bad escape (end of pattern) at position 0
# expect: '\\q' 0 bad escape \q at position 0
# expect: '[\\q]' 1 bad escape \q at position 1
# expect: '[z-a]' 1 bad character range z-a at position 1
# expect: '[a-\\d]' 1 bad character range a-\d at position 1
# expect: '\\1' 1 invalid group reference 1 at position 1
# expect: '(a)\\2' 4 invalid group reference 2 at position 4
# expect: '(\\1)' 1 cannot refer to an open group at position 1
# expect: '\\x1' 0 incomplete escape \x1 at position 0
# expect: '\\u12' 0 incomplete escape \u12 at position 0
# expect: '\\U0011' 0 incomplete escape \U0011 at position 0
# expect: '\\U00110000' 0 bad escape \U00110000 at position 0
# expect: '\\8' 1 invalid group reference 8 at position 1
# expect: '\\400' 0 octal escape value \400 outside of range 0-0o377 at position 0
# expect: '[\\400]' 1 octal escape value \400 outside of range 0-0o377 at position 1
# expect: '\\N{foo}' 0 undefined character name 'foo' at position 0
# expect: '\\N' 2 missing { at position 2
# expect: '(?(1)a|b)' 3 invalid group reference 1 at position 3
# expect: '(?(n)a)' 3 unknown group name 'n' at position 3
# expect: '(a)(?(1)a|b|c)' 11 conditional backref with more than two branches at position 11
# expect: '(a)(?(1' 6 missing ), unterminated name at position 6
# expect: '(?(0)a)' 3 bad group number at position 3
# expect: '(?#abc' 0 missing ), unterminated comment at position 0
# expect: '(?-:a)' 3 missing flag at position 3
# expect: '(?i-i:a)' 5 bad inline flags: flag turned on and off at position 5
# expect: '(?-L:a)' 4 bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4
# expect: '(?a-a:x)' 5 bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 5
# expect: '(?au:x)' 4 bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: '(?iL)' 4 bad inline flags: cannot use 'L' flag with a str pattern at position 4
# expect: 'x{99999999999999}' the repetition number is too large
# expect: '^*' 1 nothing to repeat at position 1
# expect: '(?:)*' 0
# expect: 'a{,3}' 0
# expect: 'a{3' 0
# expect: 'a{,}' 0
# expect: '(?i-' 4 missing flag at position 4
# expect: '(?i:' 0 missing ), unterminated subpattern at position 0
# expect: '(?i-z:a)' 4 unknown flag at position 4
# expect: '(?P>x)' 1 unknown extension ?P> at position 1
# expect: '(?P' 3 unexpected end of pattern at position 3
# expect: '(?=a' 0 missing ), unterminated subpattern at position 0
# expect: '(?!)' 0
# expect: '[]' 0 unterminated character set at position 0
# expect: '[^]' 0 unterminated character set at position 0
# expect: '[a-' 0 unterminated character set at position 0
# expect: '(?s)(?x) a' 0
# expect: '(?<n>a)' 1 unknown extension ?<n at position 1
# expect: '(?P<n>' 0 missing ), unterminated subpattern at position 0
# expect: '(?(a-)b)' 3 bad character in group name 'a-' at position 3
# expect: '(?P=1)' 4 bad character in group name '1' at position 4
# expect: '(?x:a b)(?# c' 8 missing ), unterminated comment at position 8
# expect: 'a|*' 2 nothing to repeat at position 2
# expect: '$*' 1 nothing to repeat at position 1
# expect: '\\b*' 2 nothing to repeat at position 2
# expect: '(?>a' 0 missing ), unterminated subpattern at position 0
# expect: '(?i)a(?m:b)' 0
# expect: '(?<=(?P<x>a))(?P=x)' 1
# expect: '(?<=\\1)(a)' 5 invalid group reference 1 at position 5
# expect: '(a)(?<=\\1)' 1
# expect: '(?<=(a)\\1)' 9 cannot refer to group defined in the same lookbehind subpattern at position 9
# expect: '(?P<é>a)' 1
# expect: '\\Z*' 2 nothing to repeat at position 2
# expect: 'x{1,2}+' 0
# expect: 'x{1}++' 5 multiple repeat at position 5
# expect: missing ), unterminated subpattern at position 2 (line 2, column 1) 2 1 'a\n(b' missing ), unterminated subpattern
