# command: --version
# expect match: gilscope *.*.*
