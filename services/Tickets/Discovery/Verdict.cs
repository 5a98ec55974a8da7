using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Discovery;

/// <summary>What a round does with a ticket.</summary>
enum VerdictAction
{
    /// <summary>Nothing.</summary>
    Skip,

    /// <summary>Its deferral is over.</summary>
    Wake,

    /// <summary>It becomes this occurrence's.</summary>
    Claim,

    /// <summary>The same, of one that is under way.</summary>
    Adopt,

    /// <summary>It gets its next task.</summary>
    Continue,
}

/// <summary>Why.</summary>
enum VerdictReason
{
    /// <summary>It is closed.</summary>
    Terminal,

    /// <summary>Its instant has come.</summary>
    Due,

    /// <summary>Shared, and parked.</summary>
    Status,

    /// <summary>Pending, and somebody else's.</summary>
    NotShared,

    /// <summary>Under way with somebody else.</summary>
    Elsewhere,

    /// <summary>Mine, and parked.</summary>
    Parked,

    /// <summary>A task of it is open.</summary>
    HasTask,

    /// <summary>Its metadata hold work back until later.</summary>
    NotYet,

    /// <summary>A person has to answer.</summary>
    Human,

    /// <summary>It can be worked on.</summary>
    Open,
}

/// <summary>The decision of a round about one ticket: the first row of the table in docs/tickets.md that holds.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why.</param>
/// <param name="HasUnreadableDeferral">Its metadata name an instant that is none; work goes on.</param>
readonly record struct Verdict(VerdictAction Action, VerdictReason Reason, bool HasUnreadableDeferral = false)
{
    internal static Verdict Decide(Ticket ticket, string me, bool hasOpenTask, DateTimeOffset now)
    {
        var parked = ticket.Status is TicketStatus.Blocked or TicketStatus.Deferred;
        var mine = ticket.Owner == me;
        return ticket.Status.IsTerminal() ? Skip(VerdictReason.Terminal)
            : ticket is { Status: TicketStatus.Deferred, WakeAt: { } due } && due <= now ? new(VerdictAction.Wake, VerdictReason.Due)
            : ticket.IsShared && parked ? Skip(VerdictReason.Status)
            : !ticket.IsShared && !mine ? Skip(ticket.Status == TicketStatus.Pending ? VerdictReason.NotShared : VerdictReason.Elsewhere)
            : parked ? Skip(VerdictReason.Parked)
            : hasOpenTask ? Skip(VerdictReason.HasTask)
            : DecideOpen(ticket, mine, now);
    }

    static Verdict DecideOpen(Ticket ticket, bool mine, DateTimeOffset now)
    {
        var text = Deferral.UntilText(ticket.Metadata);
        var until = default(DateTimeOffset);
        var unreadable = text is not null && !Deferral.TryRead(text, out until);
        if (text is not null && !unreadable && until > now)
        {
            return Skip(VerdictReason.NotYet);
        }
        if (Deferral.AwaitsPerson(ticket.Metadata))
        {
            return Skip(VerdictReason.Human) with { HasUnreadableDeferral = unreadable };
        }
        var action =
            ticket.Status != TicketStatus.Pending ? (mine ? VerdictAction.Continue : VerdictAction.Adopt)
            : mine ? VerdictAction.Adopt
            : VerdictAction.Claim;
        return new(action, VerdictReason.Open, unreadable);
    }

    static Verdict Skip(VerdictReason reason) => new(VerdictAction.Skip, reason);
}
