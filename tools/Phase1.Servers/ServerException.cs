namespace Phase1.Servers;

/// <summary>A server or a process of the suite does not do what it should; the message is for the person who started it.</summary>
public sealed class ServerException(string message) : Exception(message);
