# Signs that may mean something else in a set one day.
import re
import warnings

for pattern in ['[[a]', '[a&&b]', '[a||b]', '[a~~b]', '[a--]', '[%--]', '[^[a]']:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            re.compile(pattern)
        except re.error as error:
            print(error)
    print(pattern, [(str(warning.message), warning.category.__name__) for warning in caught])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(re.sub('a', 'b', 'aa', 1), re.split(',', 'a,b,c', 1))
    print([str(warning.message) for warning in caught])

# expect: [[a] [('Possible nested set at position 1', 'FutureWarning')]
# expect: [a&&b] [('Possible set intersection at position 2', 'FutureWarning')]
# expect: [a||b] [('Possible set union at position 2', 'FutureWarning')]
# expect: [a~~b] [('Possible set symmetric difference at position 2', 'FutureWarning')]
# expect: bad character range a-- at position 1
# expect: [a--] [('Possible set difference at position 2', 'FutureWarning')]
# expect: [%--] [('Possible set difference at position 2', 'FutureWarning')]
# expect: [^[a] []
# expect: ba ['a', 'b,c']
# expect: ["'count' is passed as positional argument", "'maxsplit' is passed as positional argument"]
