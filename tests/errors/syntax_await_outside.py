def f():
    await x

# expect stderr:   File "syntax_await_outside.py", line 2
# expect stderr:     await x
# expect stderr:     ^^^^^^^
# expect stderr: SyntaxError: 'await' outside async function
# exit: 1
