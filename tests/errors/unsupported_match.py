# skip cpython: it has them
# expect error: SyntaxError: match statements are not supported by gilscope
x = 1
match x:
    case 1:
        print("one")
