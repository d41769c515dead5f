"""What a person wants to do, one file each: they order the steps, and the other rooms take them."""
