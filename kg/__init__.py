"""policy-task-kg: Chinese policy task documents as a knowledge graph."""

__version__ = "0.1.0"
