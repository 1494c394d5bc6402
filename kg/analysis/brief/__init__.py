"""One agency's dossier, fit for a memo."""
