namespace Phase1.ServiceDefaults;

/// <summary>What a check has found.</summary>
/// <param name="Name">The check.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Detail">A sentence for the operator.</param>
sealed record ReadyLine(string Name, ReadinessStatus Status, string Detail)
{
    // A check that hangs is as good as failing, and whoever asks does not wait for ever.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static async Task<IReadOnlyList<ReadyLine>> LookAsync(
        IEnumerable<IReadinessCheck> checks,
        CancellationToken cancellationToken
    ) => await Task.WhenAll(checks.Select(check => LookAsync(check, cancellationToken)));

    internal static ReadinessStatus Worst(IReadOnlyList<ReadyLine> lines) =>
        lines.Count == 0 ? ReadinessStatus.Ready : lines.Max(line => line.Status);

    static async Task<ReadyLine> LookAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var (status, detail) = await check.CheckAsync(either.Token).WaitAsync(either.Token);
            return new(check.Name, status, detail);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new(check.Name, ReadinessStatus.NotReady, $"The check failed ({error.GetType().Name}).");
        }
    }
}
