# skip cpython: says that it is outside of a function
# expect error: SyntaxError: await expressions are not supported by gilscope
def f():
    await x
