namespace Phase1.Integration.Tests.Tickets;

/// <summary>Tests that hold on both databases: each begins with empty tables.</summary>
public abstract class ClearedRoom(TicketRoom room) : IAsyncLifetime
{
    internal TicketWorld World { get; } = new(room);

    protected TicketRoom Room => room;

    public async ValueTask InitializeAsync() => await room.ClearAsync();

    public ValueTask DisposeAsync()
    {
        World.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
