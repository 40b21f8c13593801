# Deltas of lines, and how alike two sequences are.
import difflib
import random

a = 'one two three\nfour five\nsix\nseven eight nine\nten\n'.splitlines(True)
b = 'one too three\nfour\nsix\nseven eight nin\neleven\nten\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b)))
print(''.join(difflib.unified_diff(a, b, 'x', 'y')))
print(''.join(difflib.context_diff(a, b, 'x', 'y', 'd1', 'd2', n=1)))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', []))

matcher = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_matching_blocks())
print(matcher.get_opcodes())
matcher = difflib.SequenceMatcher(lambda x: x == ' ', 'abxcd ef', 'abcd  ef')
print(matcher.find_longest_match(), matcher.get_opcodes())

numbers = random.Random(5)
for _ in range(6):
    x = [''.join(numbers.choices('ab c\t', k=numbers.randrange(8))) + '\n' for _ in range(numbers.randrange(9))]
    y = [line if numbers.random() < .5 else line[1:] for line in x for _ in range(numbers.randrange(3))]
    print(list(difflib.ndiff(x, y)), list(difflib.restore(difflib.ndiff(x, y), 2)) == y)
    print(list(difflib.unified_diff(x, y, n=1)), list(difflib.context_diff(x, y, n=0)))
    p, q = (''.join(numbers.choices('abcd', k=numbers.randrange(300))) for _ in range(2))
    matcher = difflib.SequenceMatcher(None, p, q)
    print(matcher.ratio(), len(matcher.get_opcodes()))

for wrong in (
    lambda: list(difflib.unified_diff([1], ['a'])),
    lambda: difflib.get_close_matches('a', [], 0),
    lambda: next(difflib.restore([], 3)),
    lambda: list(difflib.diff_bytes(difflib.unified_diff, [b'a'], [b'b'])),
    lambda: list(difflib.diff_bytes(difflib.unified_diff, ['a'], [b'b'])),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

# expect: - one two three
# expect: ?      -
# expect: + one too three
# expect: ?       +
# expect: - four five
# expect: + four
# expect:   six
# expect: - seven eight nine
# expect: ?                -
# expect: + seven eight nin
# expect: + eleven
# expect:   ten
# expect:
# expect: --- x
# expect: +++ y
# expect: @@ -1,5 +1,6 @@
# expect: -one two three
# expect: -four five
# expect: +one too three
# expect: +four
# expect:  six
# expect: -seven eight nine
# expect: +seven eight nin
# expect: +eleven
# expect:  ten
# expect:
# expect: *** x	d1
# expect: --- y	d2
# expect: ***************
# expect: *** 1,5 ****
# expect: ! one two three
# expect: ! four five
# expect:   six
# expect: ! seven eight nine
# expect:   ten
# expect: --- 1,6 ----
# expect: ! one too three
# expect: ! four
# expect:   six
# expect: ! seven eight nin
# expect: ! eleven
# expect:   ten
# expect:
# expect: ['apple', 'ape'] []
# expect: 0.8656716417910447 0.8656716417910447 0.8656716417910447 [Match(a=0, b=0, size=6), Match(a=6, b=15, size=23), Match(a=29, b=38, size=0)]
# expect: [('equal', 0, 6, 0, 6), ('insert', 6, 6, 6, 15), ('equal', 6, 29, 15, 38)]
# expect: Match(a=0, b=0, size=2) [('equal', 0, 2, 0, 2), ('delete', 2, 3, 2, 2), ('equal', 3, 6, 2, 5), ('insert', 6, 6, 5, 6), ('equal', 6, 8, 6, 8)]
# expect: ['+ c\tc\ta\n', '  c\tc\ta\n', '  cbaab\tb\n', '-  \n', '- \n'] True
# expect: ['--- \n', '+++ \n', '@@ -1,4 +1,3 @@\n', '+c\tc\ta\n', ' c\tc\ta\n', ' cbaab\tb\n', '- \n', '-\n'] ['*** \n', '--- \n', '***************\n', '*** 0 ****\n', '--- 1 ----\n', '+ c\tc\ta\n', '***************\n', '*** 3,4 ****\n', '-  \n', '- \n', '--- 3 ----\n']
# expect: 0.37708830548926014 51
# expect: ['- b aca\t\n', '? -\n', '+  aca\t\n', '- abbabb \n', '- \n', '  \tb\tcc\n', '+ \tb\tcc\n'] True
# expect: ['--- \n', '+++ \n', '@@ -1,4 +1,3 @@\n', '-b aca\t\n', '-abbabb \n', '-\n', '+ aca\t\n', ' \tb\tcc\n', '+\tb\tcc\n'] ['*** \n', '--- \n', '***************\n', '*** 1,3 ****\n', '! b aca\t\n', '! abbabb \n', '! \n', '--- 1 ----\n', '!  aca\t\n', '***************\n', '*** 4 ****\n', '--- 3 ----\n', '+ \tb\tcc\n']
# expect: 0.12307692307692308 7
# expect: ['-  ac \n', '? -\n', '+ ac \n'] True
# expect: ['--- \n', '+++ \n', '@@ -1 +1 @@\n', '- ac \n', '+ac \n'] ['*** \n', '--- \n', '***************\n', '*** 1 ****\n', '!  ac \n', '--- 1 ----\n', '! ac \n']
# expect: 0.0 1
# expect: ['  ba\ta c\n', '- a \tb  \n', '   \n', '-  ac\n', '+  \n', '  b\n', '- bb\n', '? -\n', '+ b\n'] True
# expect: ['--- \n', '+++ \n', '@@ -1,6 +1,5 @@\n', ' ba\ta c\n', '-a \tb  \n', '  \n', '- ac\n', '+ \n', ' b\n', '-bb\n', '+b\n'] ['*** \n', '--- \n', '***************\n', '*** 2 ****\n', '- a \tb  \n', '--- 1 ----\n', '***************\n', '*** 4 ****\n', '!  ac\n', '--- 3 ----\n', '!  \n', '***************\n', '*** 6 ****\n', '! bb\n', '--- 5 ----\n', '! b\n']
# expect: 0.2920353982300885 25
# expect: ['- c\n', '-  bcb \n', '- cc\t a  \n'] True
# expect: ['--- \n', '+++ \n', '@@ -1,3 +0,0 @@\n', '-c\n', '- bcb \n', '-cc\t a  \n'] ['*** \n', '--- \n', '***************\n', '*** 1,3 ****\n', '- c\n', '-  bcb \n', '- cc\t a  \n', '--- 0 ----\n']
# expect: 0.011049723756906077 2
# expect: ['  \n', '+ ', '-  cb\n', '? -\n', '+ cb\n', '- bc\n', '? -\n', '+ c\n', '- \tc\n', '-  cc\n', '- cb  \n', '? -\n', '+ b  \n'] True
# expect: ['--- \n', '+++ \n', '@@ -1,6 +1,5 @@\n', ' \n', '- cb\n', '-bc\n', '-\tc\n', '- cc\n', '-cb  \n', '+', '+cb\n', '+c\n', '+b  \n'] ['*** \n', '--- \n', '***************\n', '*** 2,6 ****\n', '!  cb\n', '! bc\n', '! \tc\n', '!  cc\n', '! cb  \n', '--- 2,5 ----\n', '! ', '! cb\n', '! c\n', '! b  \n']
# expect: 0.49710982658959535 39
# expect: TypeError lines to compare must be str, not int (1)
# expect: ValueError n must be > 0: 0
# expect: ValueError unknown delta choice (must be 1 or 2): 3
# expect: [b'--- \n', b'+++ \n', b'@@ -1 +1 @@\n', b'-a', b'+b']
# expect: TypeError all arguments must be bytes, not str ('a')
