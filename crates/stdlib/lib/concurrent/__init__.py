# concurrent: holds the package `concurrent.futures`. No native hooks.
