for error in (KeyboardInterrupt("stop"), SystemExit(1), GeneratorExit()):
    try:
        raise error
    except Exception:
        print("never")
    except BaseException as e:
        print(type(e).__name__, e)

# expect: KeyboardInterrupt stop
# expect: SystemExit 1
# expect: GeneratorExit
