global answer
answer = 42


def forget():
    global answer
    del answer


forget()
try:
    answer
except NameError as error:
    print(error)  # expect: name 'answer' is not defined
