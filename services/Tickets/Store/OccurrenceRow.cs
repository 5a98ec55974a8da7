namespace Phase1.Tickets.Store;

/// <summary>A worker process, as the others see it.</summary>
sealed record OccurrenceRow(string OccurrenceId, DateTimeOffset StartedAt, DateTimeOffset LastHeartbeat, bool Alive, int Owned);
