"""Maps in other documents: directives and fences that draw one when a document is built."""
