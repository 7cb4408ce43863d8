"""What the sample archive is made of: texts, drawn pictures, and the notes on them, as plain data."""
