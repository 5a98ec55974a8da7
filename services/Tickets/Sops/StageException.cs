namespace Phase1.Tickets.Sops;

/// <summary>A stage has an error of its own, which is no outage.</summary>
/// <param name="code">A stable code in capitals; it is shown and stored, so it holds no data.</param>
sealed class StageException(string code) : Exception(code)
{
    internal string Code { get; } = code;
}
