using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator;

/// <summary>What BOS has written, to be compared.</summary>
static class BosSnapshots
{
    const string Everything = """
        select concat_ws('|',
            (select jsonb_agg(b order by batch_id)::text from batches b),
            (select jsonb_agg(e order by batch_id, ordinal)::text from batch_essays e),
            (select jsonb_agg(h order by batch_id, seq)::text from batch_status_history h),
            (select jsonb_agg(r order by run_id)::text from pipeline_runs r),
            (select jsonb_agg(p order by event_id)::text from parked_facts p),
            (select count(*) from outbox),
            (select count(*) from log_records where topic <> $1))
        """;

    /// <summary>All that a fact may change, and all that was sent; what the test itself feeds is left out.</summary>
    public static async Task<string> EverythingAsync(this BosTest bos, string fedTopic) =>
        (string)(await bos.OneAsync(Everything, fedTopic))!;

    public static async Task<string> EssaysAsync(this BosTest bos, NeighbourFacts batch) =>
        (string)
            (
                await bos.OneAsync(
                    """
                    select count(*) filter (where stored) || ' stored, ' || count(decided_at) || ' decided'
                    from batch_essays where batch_id = $1
                    """,
                    batch.BatchId
                )
            )!;

    /// <summary>The texts of the essays, in order.</summary>
    public static Task<IReadOnlyList<string>> TextsAsync(this BosTest bos, NeighbourFacts batch) =>
        bos.ListAsync<string>("select text_storage_id from batch_essays where batch_id = $1 order by ordinal", batch.BatchId);
}
