def main():
    raise SystemExit("stop here")


main()

# expect stderr: stop here
# exit: 1
