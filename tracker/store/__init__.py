"""The database: SQLAlchemy Core tables, explicit mapping to the frozen values, one repository a file."""
