using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What the log's compliance suite needs of a log: several instances on one store, and a way to kill one.</summary>
public interface ILogHarness : IAsyncDisposable
{
    /// <summary>How long anything that must come may take.</summary>
    TimeSpan Patience { get; }

    /// <summary>The largest record that this log takes, in bytes.</summary>
    int MaxRecordBytes { get; }

    /// <summary>A log instance, as another process has it.</summary>
    ILog Open();

    /// <summary>Ends all that the instance holds open, without a word to anybody, as the death of its process does.</summary>
    Task KillAsync(ILog instance);
}
