namespace Phase1.Tickets.Store;

/// <summary>A transaction around something.</summary>
static class SessionTransactions
{
    internal static async Task<T> WriteAsync<T>(
        this ITicketSessions sessions,
        Func<ITicketSession, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        await using var session = sessions.Create();
        await session.BeginAsync(cancellationToken);
        var result = await work(session);
        await session.CommitAsync(cancellationToken);
        return result;
    }
}
