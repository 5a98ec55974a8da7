using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>What the client's errors mean to the engine.</summary>
static class KafkaFaults
{
    /// <summary>Says "the log is away" for whatever the client throws.</summary>
    /// <param name="doing">What was tried.</param>
    /// <param name="exception">What the client threw.</param>
    /// <param name="aside">What the client has said beside it: mostly the better explanation.</param>
    public static LogUnavailableException Away(string doing, Exception exception, string? aside) =>
        new($"The log on Kafka failed while {doing}: {CodeOf(exception)}{(aside is null ? "" : $" ({aside})")}", exception);

    public static bool IsClients(Exception exception) => exception is KafkaException or ObjectDisposedException or TimeoutException;

    /// <summary>The broker will say the same to every repetition: the record is refused, the others are not concerned.</summary>
    public static string? RefusalOf(ErrorCode code) =>
        code switch
        {
            ErrorCode.MsgSizeTooLarge => "The broker takes no records of this size.",
            ErrorCode.InvalidMsg or ErrorCode.InvalidRecord => "The broker finds the record invalid.",
            ErrorCode.TopicException => "The broker finds the topic's name invalid.",
            _ => null,
        };

    /// <summary>
    /// The group has gone on without this member, or is about to: nothing was stored. The next poll rejoins, what was not stored comes again, and
    /// the inbox knows what has been dealt with.
    /// </summary>
    public static bool IsStaleMember(ErrorCode code) =>
        code
            is ErrorCode.RebalanceInProgress
                or ErrorCode.IllegalGeneration
                or ErrorCode.UnknownMemberId
                or ErrorCode.FencedInstanceId
                or ErrorCode.Local_AssignmentLost
                or ErrorCode.Local_NoOffset;

    /// <summary>The topic was there when somebody looked, and is gone.</summary>
    public static bool IsUnknownTopic(Exception? exception) =>
        exception
            is KafkaException
            {
                Error.Code: ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic or ErrorCode.Local_UnknownPartition
            };

    /// <summary>The brokers answer, and the answer is no: waiting does not help, somebody must change the settings or the brokers.</summary>
    public static bool IsRefusal(Error error) =>
        error.Code switch
        {
            ErrorCode.Local_Authentication
            or ErrorCode.SaslAuthenticationFailed
            or ErrorCode.UnsupportedSaslMechanism
            or ErrorCode.SecurityDisabled
            or ErrorCode.ClusterAuthorizationFailed
            or ErrorCode.TopicAuthorizationFailed
            or ErrorCode.GroupAuthorizationFailed
            or ErrorCode.UnsupportedVersion
            or ErrorCode.Local_UnsupportedFeature => true,
            // Said of a broken handshake too, which is what a broker that is just going down looks like.
            ErrorCode.Local_Ssl => error.Reason.Contains("certificate", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    static string CodeOf(Exception exception) =>
        exception is KafkaException { Error.Code: var code } ? code.ToString() : exception.GetType().Name;
}
