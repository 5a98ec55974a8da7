namespace Phase1.Messaging;

/// <summary>
/// Whether the work that is under way is a dry run: its transaction is rolled back, so nothing of it may reach beyond the transaction. Whoever calls
/// another service asks.
/// </summary>
public static class DryRunScope
{
    /// <summary>The reason code of a dry run that would have changed something outside its transaction.</summary>
    public const string Refusal = "DRY_RUN_IMPOSSIBLE";

    static readonly AsyncLocal<bool> Flow = new();

    /// <summary>True in everything that a dry run calls.</summary>
    public static bool IsOpen => Flow.Value;

    /// <summary>Begins it, until the asynchronous method that calls this returns.</summary>
    internal static void Open() => Flow.Value = true;
}
