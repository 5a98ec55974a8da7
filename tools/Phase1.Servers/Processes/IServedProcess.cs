namespace Phase1.Servers.Processes;

/// <summary>A process that is started, killed and started again.</summary>
public interface IServedProcess
{
    /// <summary>Who it is, in sentences.</summary>
    string Name { get; }

    bool IsRunning { get; }

    /// <summary>What it has said lately, in all its lives.</summary>
    string Words { get; }

    void Start();

    /// <summary>SIGKILL, and waits for its end: no handler runs, nothing is flushed.</summary>
    Task KillAsync();
}
