namespace Phase1.Load.Pipeline;

/// <summary>What a batch cost, in work that the machine's speed does not change; the entry <see cref="Sum"/> is that of all.</summary>
/// <param name="Statements">Statements a batch by database.</param>
/// <param name="Commits">Committed transactions a batch by database.</param>
/// <param name="Requests">HTTP requests a batch by service.</param>
/// <param name="ByStatement">The most frequent statements of each database.</param>
sealed record WorkFigures(
    IReadOnlyDictionary<string, double> Statements,
    IReadOnlyDictionary<string, double> Commits,
    IReadOnlyDictionary<string, double> Requests,
    IReadOnlyList<StatementFigures> ByStatement
)
{
    const string Sum = "Sum";

    /// <summary>What was counted, for each of so many batches.</summary>
    internal static IReadOnlyDictionary<string, double> ABatch(IReadOnlyDictionary<string, long> counted, int batches) =>
        counted
            .Append(KeyValuePair.Create(Sum, counted.Values.Sum()))
            .ToDictionary(figure => figure.Key, figure => Math.Round((double)figure.Value / batches, 1));
}

/// <summary>One statement of one database.</summary>
/// <param name="Database">Whose.</param>
/// <param name="CallsABatch">How often it ran for a batch.</param>
/// <param name="MsABatch">How long it ran for a batch, in the server.</param>
/// <param name="BuffersACall">Blocks of 8 kB that each call looked at.</param>
/// <param name="Statement">Its beginning, on one line.</param>
sealed record StatementFigures(string Database, double CallsABatch, double MsABatch, double BuffersACall, string Statement);
