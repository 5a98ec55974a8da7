namespace Phase1.Demo.Ledger;

/// <summary>The ledger of one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Recorded">Records of the run on the topics that it consumes, repetitions included.</param>
/// <param name="Applied">Those that had their effect, by its inbox.</param>
/// <param name="Ignored">Repetitions, and facts that its inbox calls duplicate or stale.</param>
/// <param name="DeadLettered">Those that are dead letters.</param>
/// <param name="Waiting">Held, or still in the service's outbox: zero when nothing is under way.</param>
sealed record ServiceLine(string Service, int Recorded, int Applied, int Ignored, int DeadLettered, int Waiting)
{
    /// <summary>Recorded and found nowhere.</summary>
    internal int Lost => Recorded - Applied - Ignored - DeadLettered;

    // How each event id of the run ended: the inbox row, unless it was given up.
    const string Endings = """
        select i.event_id, coalesce((select 'dead' from dead_letters d where d.consumer = $1 and d.event_id = i.event_id limit 1), i.outcome)
        from inbox i where i.consumer = $1 and i.event_id = any($2)
        union
        select d.event_id, 'dead' from dead_letters d where d.consumer = $1 and d.event_id = any($2)
        """;

    // Facts of the run that this service has recorded and not yet published, and records that it has set aside.
    const string Unfinished = """
        select (select count(*) from outbox where partition_key = any($1)) + (select count(*) from held_messages where record_key = any($1))
        """;

    internal static async Task<ServiceLine> ReadAsync(
        SuiteDatabases databases,
        Subscription subscription,
        IReadOnlyList<LoggedRecord> log,
        string[] keys,
        CancellationToken cancellationToken
    )
    {
        var mine = log.Where(record => subscription.Topics.Contains(record.Topic)).ToList();
        var ids = mine.Select(record => record.EventId).Distinct().ToArray();
        var endings = await Sql.ReadAsync(
            databases.Open(subscription.Database),
            Endings,
            row => row.GetString(1),
            cancellationToken,
            subscription.Service,
            ids
        );
        var waiting = await Sql.ReadAsync(
            databases.Open(subscription.Database),
            Unfinished,
            row => (int)row.GetInt64(0),
            cancellationToken,
            (object)keys
        );
        return new(
            subscription.Service,
            mine.Count,
            endings.Count(ending => ending is "applied" or "parked"),
            mine.Count - ids.Length + endings.Count(ending => ending is "duplicate" or "stale"),
            endings.Count(ending => ending is "dead" or "contract_violation"),
            waiting.Sum()
        );
    }
}
