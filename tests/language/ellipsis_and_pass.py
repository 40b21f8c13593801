def stub(): ...


class Empty: pass


print(stub(), ..., Ellipsis is ..., type(...))  # expect: None Ellipsis True <class 'ellipsis'>
