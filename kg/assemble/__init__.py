"""A parsed document and its resolved bodies → the contribution that a store keeps."""

from kg.assemble.document import assemble

__all__ = ["assemble"]
