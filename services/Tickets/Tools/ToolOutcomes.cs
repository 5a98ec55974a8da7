using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>Changes a ticket for a tool, and says in the tools' words why it could not be.</summary>
static partial class ToolOutcomes
{
    /// <param name="store">Where.</param>
    /// <param name="id">Which ticket.</param>
    /// <param name="patch">The change.</param>
    /// <param name="actor">Who.</param>
    /// <param name="what">What could not be updated where the store fails.</param>
    /// <param name="logger">Keeps what the store threw.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ToolException">Nothing was changed.</exception>
    internal static async Task<Ticket> ChangeAsync(
        ITicketStore store,
        string id,
        TicketPatch patch,
        TicketActor actor,
        string what,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        UpdateOutcome outcome;
        try
        {
            outcome = await store.UpdateAsync(id, patch, actor, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            NotChanged(logger, id, what, FaultTrace.Of(error));
            throw new ToolException($"Failed to update ticket {id} {what}");
        }
        return outcome switch
        {
            UpdateOutcome.Updated updated => updated.Ticket,
            UpdateOutcome.NotFound => throw NotFound(id),
            _ => throw new ToolException($"Ticket {id} belongs to another occurrence"),
        };
    }

    internal static ToolException NotFound(string id) => new($"Ticket {id} not found");

    [LoggerMessage(LogLevel.Error, "The {What} of ticket {TicketId} could not be updated: {Fault}")]
    static partial void NotChanged(ILogger logger, string ticketId, string what, string fault);
}
