x = "global"


class C:
    x = "class"

    def method(self):
        return x

    seen = x


print(C().method(), C.seen)  # expect: global class
