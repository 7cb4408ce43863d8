"""Serbian: scripts, folding, stems, tokens and dates in running text. No framework."""
