using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>What the client's errors mean to the engine.</summary>
static class KafkaFaults
{
    /// <summary>Says "the log is away" for whatever the client throws.</summary>
    public static LogUnavailableException Away(string doing, Exception exception) =>
        new($"The log on Kafka failed while {doing}: {CodeOf(exception)}.", exception);

    public static bool IsClients(Exception exception) => exception is KafkaException or ObjectDisposedException;

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

    public static bool IsAuthentication(ErrorCode code) =>
        code
            is ErrorCode.Local_Authentication
                or ErrorCode.SaslAuthenticationFailed
                or ErrorCode.Local_Ssl
                or ErrorCode.UnsupportedSaslMechanism
                or ErrorCode.ClusterAuthorizationFailed
                or ErrorCode.TopicAuthorizationFailed
                or ErrorCode.GroupAuthorizationFailed;

    static string CodeOf(Exception exception) =>
        exception is KafkaException { Error.Code: var code } ? code.ToString() : exception.GetType().Name;
}
