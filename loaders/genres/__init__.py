"""The layouts of task documents: blocks → sections, tasks and measures as printed."""
