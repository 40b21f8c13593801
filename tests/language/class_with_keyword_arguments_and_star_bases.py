class Base:
    def __init_subclass__(cls, **kw):
        cls.kw = kw


bases = (Base,)
options = {"a": 1}


class C(*bases, **options, b=2):
    pass


print(C.kw, C.__bases__)  # expect: {'a': 1, 'b': 2} (<class '__main__.Base'>,)
