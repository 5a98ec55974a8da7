using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What the instances of a fake log have in common: topics, stored offsets, members. One lock guards it all.</summary>
sealed class FakeLogStore
{
    TaskCompletionSource _appended = New();

    public Lock Gate { get; } = new();

    public Dictionary<string, List<LogRecord>[]> Topics { get; } = [];

    public Dictionary<(string Group, string Topic, int Partition), long> Offsets { get; } = [];

    public List<FakeLogConsumer> Members { get; } = [];

    public Task NextAppend => Volatile.Read(ref _appended).Task;

    public void Appended() => Interlocked.Exchange(ref _appended, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
