"""Views: the graph drawn for one question each, as one HTML file that needs nothing else."""
