# fnmatch: file names against patterns with * ? and [seq]. No native hooks.

__all__ = ['filter', 'fnmatch', 'fnmatchcase']


def fnmatch(name, pat):
    """Whether a name fits a pattern."""
    return fnmatchcase(name, pat)


def filter(names, pat):
    """The names that fit a pattern."""
    return [name for name in names if fnmatchcase(name, pat)]


def fnmatchcase(name, pat):
    """Whether a name fits a pattern."""
    # On a mismatch the last star takes one character more.
    place = 0
    at = 0
    star = None
    star_place = 0
    while place < len(name):
        if at < len(pat) and pat[at] == '*':
            star = at
            star_place = place
            at += 1
            continue
        after = _one(name[place], pat, at) if at < len(pat) else 0
        if after:
            at = after
            place += 1
        elif star is None:
            return False
        else:
            at = star + 1
            star_place += 1
            place = star_place
    while at < len(pat) and pat[at] == '*':
        at += 1
    return at == len(pat)


def _one(character, pat, at):
    # Where the pattern goes on after one character that fits; 0 if it does not fit.
    if pat[at] == '?':
        return at + 1
    if pat[at] == '[':
        end = pat.find(']', at + 3 if pat[at + 1:at + 2] == '!' else at + 2)
        if end > 0:
            body = pat[at + 1:end]
            negated = body.startswith('!')
            if negated:
                body = body[1:]
            found = False
            i = 0
            while i < len(body):
                if body[i + 1:i + 2] == '-' and i + 2 < len(body):
                    found = found or body[i] <= character <= body[i + 2]
                    i += 3
                else:
                    found = found or body[i] == character
                    i += 1
            return end + 1 if found != negated else 0
    return at + 1 if pat[at] == character else 0
