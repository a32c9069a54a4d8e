"""What a check looks at and says beyond the single rule: settings, sources, codes, silencings."""
