"""A parsed document and its resolved bodies → the contribution that a store keeps."""

from kg.assemble.document import assemble, identify

__all__ = ["assemble", "identify"]
