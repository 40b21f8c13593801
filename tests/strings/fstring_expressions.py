name, n = "Ada", 3
print(f"{name} {n + 1} {name.upper()} {n * [1]} {name[0]} {'yes' if n else 'no'} {(lambda x: x * 2)(n)} {n!r} {name!r}")
print(f"{{literal}} {n}}} {{{n}}}", f"{'nested'}", f"{f'{n}'}", f'{"double"}', f"{name:>{n + 5}}", f"{n:{'0'}{5}}")
print(f"{[i for i in range(3)]} {({'a': 1})['a']} {n == 3} {n != 3} {n if n > 1 else 0} {n,}")

# expect: Ada 4 ADA [1, 1, 1] A yes 6 3 'Ada'
# expect: {literal} 3} {3} nested 3 double      Ada 00003
# expect: [0, 1, 2] 1 True False 3 (3,)
