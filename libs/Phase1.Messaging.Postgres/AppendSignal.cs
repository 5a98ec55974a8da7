using System.Collections.Concurrent;

namespace Phase1.Messaging.Postgres;

/// <summary>Wakes the waiting consumers of this process when something has been appended by this process. Losing a wake-up costs one poll interval.</summary>
sealed class AppendSignal
{
    static readonly ConcurrentDictionary<string, AppendSignal> Signals = new(StringComparer.Ordinal);

    TaskCompletionSource _appended = New();

    public static AppendSignal For(string connectionString) => Signals.GetOrAdd(connectionString, _ => new AppendSignal());

    /// <summary>Completes at the next append after this call.</summary>
    public Task Next => Volatile.Read(ref _appended).Task;

    public void Raise() => Interlocked.Exchange(ref _appended, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
