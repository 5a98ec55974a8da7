namespace Phase1.Tickets.Store;

/// <summary>The worker processes of one database: who lives, and what becomes of the tickets of one that does not.</summary>
interface IOccurrenceStore
{
    /// <summary>Says that an occurrence lives, and answers how many living ones come before it.</summary>
    Task<int> BeatAsync(string occurrence, TimeSpan lease, CancellationToken cancellationToken);

    Task<IReadOnlyList<OccurrenceRow>> ListAsync(TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Gives back the tickets of all that have stopped or were silent for longer than the lease; answers how many tickets.</summary>
    Task<int> ReturnOrphansAsync(TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>An occurrence stops in good order: its tickets are given back.</summary>
    Task<int> ReleaseAsync(string occurrence, CancellationToken cancellationToken);
}
