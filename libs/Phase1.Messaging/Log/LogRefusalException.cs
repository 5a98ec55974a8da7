namespace Phase1.Messaging.Log;

/// <summary>
/// The log cannot be used as it is set up: its servers refuse this service, a topic is missing or has another number of partitions. Trying again
/// does not help: an operator has to change the set-up. The message is for the operator; it names topics and settings and never their values.
/// </summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="inner">The client's own error.</param>
public sealed class LogRefusalException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
