using System.Text.Json.Nodes;
using Phase1.Demo.Steps;
using Phase1.Load.Stories;
using Phase1.Servers.Suites;

namespace Phase1.Load.Privacy;

/// <summary>What Tickets shows a teacher of the batches.</summary>
sealed class Reviews(Staff teacher, Waiting waiting)
{
    internal const string Association = "ASSOCIATION_REVIEW";
    internal const string Unknown = "UNKNOWN_STUDENT";

    /// <summary>How many tickets of a procedure a batch has, once all of them are as they should be.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="sop">The procedure.</param>
    /// <param name="status">Their status.</param>
    /// <param name="outcome">How they have ended; null where they have not.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<int> CountAsync(DemoBatch batch, string sop, string status, string? outcome, CancellationToken cancellationToken) =>
        (
            await waiting.UntilAsync(
                token => ListAsync(batch, sop, token),
                all => all.Count > 0 && all.All(one => ((string?)one!["status"], (string?)one["outcome"]) == (status, outcome)),
                all => $"The tickets of {sop} of batch {batch.BatchId} are not {status}: {all.ToJsonString()}",
                cancellationToken
            )
        ).Count;

    async Task<JsonArray> ListAsync(DemoBatch batch, string sop, CancellationToken cancellationToken)
    {
        var page = await teacher.AskAsync(
            SuiteService.Tickets,
            HttpMethod.Get,
            $"/v1/tickets?batch_id={batch.BatchId}&sop={sop}",
            "teacher",
            null,
            cancellationToken
        );
        return page["items"]!.AsArray();
    }
}
