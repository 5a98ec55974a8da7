using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;

namespace Phase1.Nlp;

/// <summary>How long NLP keeps its rows.</summary>
static class NlpRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("matching_runs"),
        new AgedTable("matching_runs", "finished_at", "Retention:Work", services => services.GetRequiredService<RetentionOptions>().Work),
    ];
}
