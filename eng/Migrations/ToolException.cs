namespace Phase1.Migrations;

/// <summary>A mistake of the caller's, told in one line.</summary>
sealed class ToolException(string message) : Exception(message);
