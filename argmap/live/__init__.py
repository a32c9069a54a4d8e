"""The live preview: maps as pages that follow their files while somebody writes them."""
