"""The grammar of official Chinese that reading tables and reading sentences share: numerals and
dates. What only genres need is in the loaders.
"""
