namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>What becomes of one step of a conversation with PostgreSQL: a new connection, or statements that are answered together.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Way">How the step goes wrong.</param>
/// <param name="State">The SQLSTATE, where the server says something.</param>
public sealed record WireFault(string Name, WireFaultWay Way, string State = "")
{
    /// <summary>
    /// Every way in which a database that is there, goes or comes back may fail somebody. Of the states that a server names, one of a kind is here; which
    /// of them pass is decided in one place.
    /// </summary>
    public static IReadOnlyList<WireFault> All { get; } =
    [
        new("cut before", WireFaultWay.CutBefore),
        new("cut after", WireFaultWay.CutAfter),
        new("silent before", WireFaultWay.SilentBefore),
        new("silent after", WireFaultWay.SilentAfter),
        new("administrator's shutdown", WireFaultWay.SessionEnds, "57P01"),
        new("idle in a transaction for too long", WireFaultWay.SessionEnds, "25P03"),
        new("cancelled", WireFaultWay.Refused, "57014"),
        new("serialization failure", WireFaultWay.Refused, "40001"),
    ];

    /// <summary>Something happens elsewhere before the step, which then goes its way.</summary>
    /// <param name="meanwhile">What happens.</param>
    public static WireFault Pause(Func<Task> meanwhile) => new("pause", WireFaultWay.Pauses) { Meanwhile = meanwhile };

    /// <summary>Nothing is heard of it until the one who asked has lost patience.</summary>
    public bool IsSilent => Way is WireFaultWay.SilentBefore or WireFaultWay.SilentAfter;

    /// <summary>What happens before a step that pauses.</summary>
    internal Func<Task> Meanwhile { get; private init; } = () => Task.CompletedTask;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>How a step goes wrong.</summary>
public enum WireFaultWay
{
    /// <summary>The connection ends before the server has heard of the step.</summary>
    CutBefore,

    /// <summary>The server has done the step, and the connection ends before it can say so: the effect of a commit is there.</summary>
    CutAfter,

    /// <summary>The step is lost and nobody ever answers.</summary>
    SilentBefore,

    /// <summary>The server has done the step, and nobody ever answers.</summary>
    SilentAfter,

    /// <summary>Instead of doing it the server ends the session; a new connection it does not take yet, or no more.</summary>
    SessionEnds,

    /// <summary>The server refuses the statements and keeps the session; a new connection it refuses for there are too many.</summary>
    Refused,

    /// <summary>The step waits for something that happens elsewhere.</summary>
    Pauses,
}
