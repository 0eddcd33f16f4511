"""The state of a survey, from the rows of a landscape: who answered, whom to call, who said what, who agreed to what.

Everything here is told by rows of the landscape as it was read; names are put to it where it leaves.
"""
