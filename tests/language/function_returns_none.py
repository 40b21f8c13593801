def nothing():
    pass


def early(n):
    if n:
        return
    return "end"


print(nothing(), early(1), early(0))  # expect: None None end
