print("package is loaded as", __name__)
from . import inner
from .inner import value as renamed

version = "1.0"
