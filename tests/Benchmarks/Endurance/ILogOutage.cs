namespace Phase1.Benchmarks.Endurance;

/// <summary>A log of its own that can be taken away.</summary>
interface ILogOutage : IAsyncDisposable
{
    /// <summary>The settings by which a service finds it.</summary>
    IReadOnlyDictionary<string, string?> Settings { get; }

    Task BeginAsync();

    Task EndAsync();
}
