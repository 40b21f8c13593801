def main():
    print("run as a script")  # expect: run as a script


if __name__ == "__main__":
    main()
print(__name__)  # expect: __main__
