"""Numbers of cards and reviews, counted without reading them one by one."""
