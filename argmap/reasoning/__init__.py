"""Abstract argumentation and gradual strengths: what the semantics share."""
