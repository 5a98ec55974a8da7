namespace Phase1.Tickets.Store;

/// <summary>Instants as both databases keep them.</summary>
static class Instants
{
    /// <summary>Without what is finer than a microsecond.</summary>
    internal static DateTimeOffset Cut(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
