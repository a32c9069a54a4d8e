"""What a text says, as far as rules can tell: words, verbs, figures, quotes, in two languages."""
