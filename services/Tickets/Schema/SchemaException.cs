namespace Phase1.Tickets.Schema;

/// <summary>The tables cannot be brought up to date; a person has to look.</summary>
sealed class SchemaException(string message) : Exception(message);
