# command: completions bash
# expect some: _gilscope
