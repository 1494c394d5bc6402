"""The grammar of official Chinese that reading tables and reading sentences share: numerals,
dates, brackets. What only genres need is in the loaders.
"""
