def outer(counter):
    total = 1
    return totl


for bad in (
    lambda: pritn("x"),
    lambda: outer(1),
    lambda: lenn,
    lambda: Exeption,
    lambda: completely_unknown_name,
    lambda: sys,
    lambda: time,
):
    try:
        bad()
    except NameError as error:
        print(error)

# expect: name 'pritn' is not defined
# expect: name 'totl' is not defined
# expect: name 'lenn' is not defined
# expect: name 'Exeption' is not defined
# expect: name 'completely_unknown_name' is not defined
# expect: name 'sys' is not defined
# expect: name 'time' is not defined
