"""Questions answered from the graph; each answer is a :class:`kg.analysis.report.Report`."""
