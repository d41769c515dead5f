"""The data that is measured. The same size always gives the same notes and histories."""
