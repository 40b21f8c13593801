def register(cls):
    cls.registered = True
    return cls


@register
class A:
    pass


@lambda cls: "not a class any more"
class B:
    pass


print(A.registered, B)  # expect: True not a class any more
