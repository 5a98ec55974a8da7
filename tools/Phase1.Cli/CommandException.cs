namespace Phase1.Cli;

/// <summary>A command cannot do what it was asked for; the message is for the person who asked.</summary>
sealed class CommandException(string message) : Exception(message);
