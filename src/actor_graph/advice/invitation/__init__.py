"""Whom to invite: the best list that keeps the rules, with proof; or which rules contradict each other.

This is the exact part, in whole numbers and without landscapes: actors are positions in the input, everything about
them is a set of positions. Three calls, in this order:

- ``lowered(model)``: shipped rules ask for no more than exists, and what was lowered;
- ``choose(model)``: the list, or None;
- ``contradiction(model)`` where there is none, ``others(model, choice)`` where somebody wants to see equal ones.

What makes a list better, in this order: more who stood on the earlier list (re-planning only), more types, more
clusters of three or more, more actors reached, fewer invited, earlier in the input.

How a format of a scheme becomes a model
----------------------------------------
==========================================  ========================================================================
in the scheme, or an option                 in the model
==========================================  ========================================================================
``seats: [12, 15]``                         ``seats=(12, 15)``; ``seats_shipped`` unless a user wrote or asked for it
``not_yet_networked: {min: 2}``             ``Rule("not_yet_networked", actors isolated or in a fragment, min=2)``
``top_dogs: {max: 2}``                      ``Rule("top_dogs", central actors without a mandate, max=2)``
``quotas: {type: {school: {min: 1}}}``      ``Rule("type: school", all with this type, min=1)``; for an actor of several
                                            types, each of them; the same for any column
``min_share: 0.3``, ``max_share: 0.3``      ``min_share=Fraction("0.3")``: from the text, never from a float
``parity: [[a, b]]``                        ``Parity("parity: a, b", all of type a, all of type b)``
a rule of a shipped scheme                  ``shipped=True``; one that a user's scheme writes, or repeats, ``False``
included actors                             ``candidates``, without those who declined the event or rest; who declined
                                            the survey is one if that is said
every included actor's partners in ``G``    ``neighbors``, by position among the included
``--include``, ``--exclude``                ``include``, ``exclude``: rules, which contradictions name one by one
``--declined``, ``same_as``                 ``earlier``: the list that was
types, clusters of the analysis             ``types`` (every type of an actor), ``clusters``
==========================================  ========================================================================
"""

from actor_graph.advice.invitation.choice import Choice, Others, choose, others
from actor_graph.advice.invitation.contradiction import Contradiction, Relaxation, contradiction
from actor_graph.advice.invitation.demands import Demand
from actor_graph.advice.invitation.lowering import Lowered, lowered
from actor_graph.advice.invitation.model import Model, Parity, Rule, Value, holds, value

__all__ = [
    "Choice",
    "Contradiction",
    "Demand",
    "Lowered",
    "Model",
    "Others",
    "Parity",
    "Relaxation",
    "Rule",
    "Value",
    "choose",
    "contradiction",
    "holds",
    "lowered",
    "others",
    "value",
]
