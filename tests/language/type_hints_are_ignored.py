from typing import Dict, List, Optional


def pick(items: List[int], names: Optional[Dict[str, "Node"]] = None) -> "Node | None":
    total: float = sum(items)
    later: int
    return total


class Node:
    value: int
    other: "Node" = None


print(pick([1, 2]), Node.other, Node.__annotations__)  # expect: 3 None {'value': <class 'int'>, 'other': 'Node'}
