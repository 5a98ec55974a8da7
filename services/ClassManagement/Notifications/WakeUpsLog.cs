using StackExchange.Redis;

namespace Phase1.ClassManagement.Notifications;

static partial class WakeUpsLog
{
    [LoggerMessage(
        EventId = 4101,
        Level = LogLevel.Warning,
        Message = "Redis is away ({Failure}): notifications of other processes come with the next turn of a stream."
    )]
    internal static partial void Away(ILogger logger, ConnectionFailureType failure);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "Redis is back.")]
    internal static partial void Back(ILogger logger);
}
