print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__)
print(type(iter(set())).__name__, type(iter(range(1))).__name__, type(iter({}.items())).__name__)
print(type(reversed([])).__name__, type(zip()).__name__, type(map(len, [])).__name__, type(enumerate([])).__name__)

# expect: list_iterator tuple_iterator str_ascii_iterator dict_keyiterator
# expect: set_iterator range_iterator dict_itemiterator
# expect: list_reverseiterator zip map enumerate
