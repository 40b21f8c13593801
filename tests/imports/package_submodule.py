import _package.deep.leaf as leaf
from _package import inner
from _package.deep import leaf as same

print(leaf.leaf(), inner.value, leaf is same, leaf.__name__, leaf.__package__)

# expect: package is loaded as _package
# expect: leaf of _package inner value True _package.deep.leaf _package.deep
