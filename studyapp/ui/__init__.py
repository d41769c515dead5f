"""Windows, pages and widgets: they show values and pass on what the person does. The only room with Qt."""
