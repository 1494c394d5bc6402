"""Printed names → bodies and places, by form alone, with the rule that decided."""
