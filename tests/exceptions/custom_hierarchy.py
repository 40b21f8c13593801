class AppError(Exception):
    """Base."""


class NotFound(AppError):
    pass


class Broken(AppError):
    def __init__(self, part):
        self.part = part


for error in (NotFound("page"), Broken("wheel")):
    try:
        raise error
    except AppError as e:
        print(type(e).__name__, e, e.args)

# expect: NotFound page ('page',)
# expect: Broken wheel ('wheel',)
