namespace Phase1.ServiceDefaults;

/// <summary>The schema is there in the version that this build needs.</summary>
sealed class SchemaCheck(StartupGate gate, SchemaVersion version) : IReadinessCheck
{
    public string Name => "schema";

    public Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
        Task.FromResult(
            gate.IsOpen
                ? new Readiness(ReadinessStatus.Ready, $"Version {version.Applied ?? "none"}.")
                : new Readiness(ReadinessStatus.NotReady, $"Waiting for {gate.WaitsFor}.")
        );
}

/// <summary>The last migration that is applied.</summary>
sealed class SchemaVersion
{
    internal string? Applied { get; set; }
}
