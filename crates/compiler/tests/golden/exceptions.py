def handlers(f):
    for i in range(3):
        try:
            f()
        except (ValueError, TypeError) as error:
            print(error)
            continue
        except KeyError:
            pass
        except:
            raise RuntimeError("x") from None
        else:
            print("fine")
        finally:
            print("done")


def returns(lock, path):
    try:
        with lock, open(path) as file:
            return file.read()
    finally:
        print("closed")


def nested():
    try:
        try:
            return 1
        finally:
            print("inner")
    except OSError as e:
        raise
    finally:
        return 2


def groups(f):
    try:
        f()
    except* ValueError as group:
        print(group)
    except* TypeError:
        pass
    else:
        print("fine")
