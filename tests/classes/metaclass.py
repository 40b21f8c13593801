class Meta(type):
    def __new__(mcls, name, bases, space):
        space["added"] = f"by Meta to {name}"
        return super().__new__(mcls, name, bases, space)

    def __call__(cls, *args):
        print("making", cls.__name__)  # expect: making A
        return super().__call__(*args)

    def __len__(cls):
        return 42


class A(metaclass=Meta):
    pass


class B(A):
    pass


print(A().added, B.added, type(B).__name__, len(A))  # expect: by Meta to A by Meta to B Meta 42
