using Phase1.Messaging.Log;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>What tests ask of a log, past the code under test.</summary>
public interface ILogSource
{
    /// <summary>Everything on the topics, as it was appended in time.</summary>
    Task<IReadOnlyList<LogRecord>> ReadAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken);

    /// <summary>How many partitions of the topics hold something that the group has not put behind it.</summary>
    Task<long> UnreadAsync(string group, IReadOnlyCollection<string> topics, CancellationToken cancellationToken);
}
