using Phase1.Demo.Ledger;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Load.Ledger;

/// <summary>The whole log as the ledger reads it: whichever log it is, only JSON.</summary>
static class LoggedFacts
{
    internal static async Task<IReadOnlyList<LoggedRecord>> ReadAsync(ILogSource log, CancellationToken cancellationToken) =>
        [.. (await log.ReadAsync([.. Topics.All], cancellationToken)).Select(RecordJson.Read)];
}
