# skip cpython: it has them
# expect error: SyntaxError: async functions are not supported by gilscope
async def f():
    pass
