# command: models
# expect some: py3.13
# expect some: py3.9
# expect some: py2.7
