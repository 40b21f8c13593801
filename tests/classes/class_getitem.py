class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


print(Box[5], list[int], dict[str, list[int]])  # expect: Box of 5 list[int] dict[str, list[int]]
