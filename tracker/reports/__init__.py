"""What a report says: from a snapshot to a table, its columns, rows and tones."""
