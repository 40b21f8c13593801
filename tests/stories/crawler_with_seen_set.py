# Workers find new pages while they work on old ones; queue.join() knows when nothing is left.
import queue
import threading

links = {"a": ["b", "c"], "b": ["d", "a"], "c": ["d"], "d": ["e"], "e": ["a"]}
todo = queue.Queue()
seen = {"a"}
lock = threading.Lock()
visited = []


def crawl():
    while True:
        page = todo.get()
        visited.append(page)
        for link in links[page]:
            with lock:
                if link not in seen:
                    seen.add(link)
                    todo.put(link)
        todo.task_done()


todo.put("a")
for _ in range(3):
    threading.Thread(target=crawl, daemon=True).start()
todo.join()
print(sorted(visited))  # expect: ['a', 'b', 'c', 'd', 'e']
