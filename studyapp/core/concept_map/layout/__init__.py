"""Where the nodes of a net are placed: in layers, with few crossings, and its unconnected parts beside each other."""
