import _package

print(_package.version, _package.inner.value, _package.renamed, _package.inner.__name__, _package.__package__)

# expect: package is loaded as _package
# expect: 1.0 inner value inner value _package.inner _package
