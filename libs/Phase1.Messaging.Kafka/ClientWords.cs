using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// What a client says aside: its calls themselves only ever say that time ran out, whether the brokers are away or refuse the password.
/// </summary>
sealed class ClientWords
{
    // The state in which the client asks its first question.
    const string FirstQuestion = "APIVERSION_QUERY";
    const string HungUp = "a broker that hangs up before its first answer may speak another security.protocol";

    volatile string? _last;
    volatile Error? _refusal;

    /// <summary>The brokers have answered that they do not want this service.</summary>
    public bool AreRefusal => _refusal is not null;

    public void Hear(Error error)
    {
        // That all brokers are gone follows from what was said before.
        if (error.Code != ErrorCode.Local_AllBrokersDown || _last is null)
        {
            _last = error.Reason;
        }
        if (KafkaFaults.IsRefusal(error))
        {
            _refusal = error;
        }
    }

    // Only here does it say in which state a connection was cut.
    public void Hear(LogMessage message)
    {
        if (message.Facility == "FAIL")
        {
            _last = message.Message.Contains(FirstQuestion, StringComparison.Ordinal) ? $"{message.Message}; {HungUp}" : message.Message;
        }
    }

    /// <summary>A call has succeeded: what was said before no longer holds.</summary>
    public void Forget()
    {
        _last = null;
        _refusal = null;
    }

    /// <summary>The brokers are away.</summary>
    public Exception Away(string doing, Exception exception) => KafkaFaults.Away(doing, exception, _last);

    /// <summary>The brokers are away, or refuse this service, which waiting does not mend.</summary>
    public Exception AwayOrRefused(string doing, Exception exception) =>
        (_refusal ?? RefusalIn(exception)) is { } refusal
            ? new LogRefusalException($"The brokers refuse this service while {doing}: {refusal.Code} ({refusal.Reason})", exception)
            : Away(doing, exception);

    static Error? RefusalIn(Exception exception) =>
        exception is KafkaException { Error: var error } && KafkaFaults.IsRefusal(error) ? error : null;
}
