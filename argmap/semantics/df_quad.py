"""DF-QuAD: attackers and supporters each add up, and the stronger side moves the base score.

Each side comes to 1 minus the product of what its members leave open; the difference of the two
moves the base score towards 0 or 1 (Rago, Toni, Aurisicchio & Baroni 2016, "Discontinuity-free
decision support with quantitative argumentation debates"). Many strong reasons saturate.
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula, dfquad
from argmap.reasoning.sloping import dfquad_slopes

SEMANTICS = graded("df-quad", Formula("product", dfquad, slopes=dfquad_slopes))
