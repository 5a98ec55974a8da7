namespace Phase1.Messaging;

/// <summary>
/// Something that the work needs is away (database, log, another service). The work is repeated with back-off, without limit, and is never
/// dead-lettered.
/// </summary>
/// <param name="message">What is away.</param>
/// <param name="inner">The error of the client that noticed.</param>
public class InfrastructureException(string message, Exception? inner = null) : Exception(message, inner);
