namespace Phase1.Tickets.Store;

/// <summary>The worker processes, over the two dialects.</summary>
sealed class OccurrenceStore(ITicketSessions sessions, TimeProvider clock) : IOccurrenceStore
{
    DateTimeOffset Now => Instants.Cut(clock.GetUtcNow());

    public Task<int> BeatAsync(string occurrence, TimeSpan lease, CancellationToken cancellationToken) =>
        sessions.WriteAsync(
            async session =>
            {
                await OccurrenceStatements.BeatAsync(session, occurrence, cancellationToken);
                return await OccurrenceStatements.RankAsync(session, occurrence, lease.TotalSeconds, cancellationToken);
            },
            cancellationToken
        );

    public async Task<IReadOnlyList<OccurrenceRow>> ListAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var session = sessions.Create();
        await session.OpenAsync(cancellationToken);
        return await OccurrenceStatements.ReadAsync(session, lease.TotalSeconds, cancellationToken);
    }

    // Each in a transaction of its own: two sweeps at once wait for one ticket, never for each other's many.
    public async Task<int> ReturnOrphansAsync(TimeSpan lease, CancellationToken cancellationToken)
    {
        var gone = await sessions.WriteAsync(
            session => OccurrenceStatements.GoneAsync(session, lease.TotalSeconds, cancellationToken),
            cancellationToken
        );
        var returned = 0;
        foreach (var occurrence in gone)
        {
            returned += await sessions.WriteAsync(
                session => OccurrenceStatements.GiveBackAsync(session, occurrence, "occurrence lost", Now, cancellationToken),
                cancellationToken
            );
        }
        if (gone.Count > 0)
        {
            await sessions.WriteAsync(session => OccurrenceStatements.ForgetAsync(session, cancellationToken), cancellationToken);
        }
        return returned;
    }

    public Task<int> ReleaseAsync(string occurrence, CancellationToken cancellationToken) =>
        sessions.WriteAsync(
            async session =>
            {
                await OccurrenceStatements.StopAsync(session, occurrence, cancellationToken);
                return await OccurrenceStatements.GiveBackAsync(session, occurrence, "occurrence stopped", Now, cancellationToken);
            },
            cancellationToken
        );
}
