from ..deep import parent


def leaf():
    return "leaf of " + parent
