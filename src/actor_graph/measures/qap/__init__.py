"""Quadratic assignment: do two relations among the same actors hang together more than chance gives?

Chance keeps both relations as they are and deals out anew who of the actors stands where in one of them: its rows and
columns are permuted jointly. So hubs, circles and the number of ties of both stay, and what is tested is only whether
the two lie on the same pairs.
"""
