"""Reports as pictures, drawn with matplotlib (extra ``plot``)."""
