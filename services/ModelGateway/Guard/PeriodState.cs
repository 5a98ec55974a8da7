using Phase1.ModelGateway.Alerts;

namespace Phase1.ModelGateway.Guard;

/// <summary>A period under its lock, and what a group changes of it.</summary>
/// <param name="id">Its row.</param>
/// <param name="limit">Null for none.</param>
/// <param name="spent">As stored.</param>
/// <param name="reserved">As stored.</param>
/// <param name="marks">As stored.</param>
sealed class PeriodState(Guid id, decimal? limit, decimal spent, decimal reserved, MeterMarks marks)
{
    internal Guid Id => id;

    internal decimal? Limit => limit;

    internal decimal Spent => spent + Booked;

    internal decimal Reserved => reserved - Released + NewlyReserved;

    internal MeterMarks Marks { get; private set; } = marks;

    /// <summary>What settlements have added to what is spent.</summary>
    internal decimal Booked { get; private set; }

    /// <summary>What settlements have taken from what is reserved.</summary>
    internal decimal Released { get; private set; }

    /// <summary>What admissions have added to what is reserved.</summary>
    internal decimal NewlyReserved { get; private set; }

    internal bool IsSettled { get; private set; }

    internal bool IsReserved { get; private set; }

    /// <summary>Whether so much more can be reserved. Exactly up to the limit it can.</summary>
    internal bool Fits(decimal amount) => limit is null || amount <= 0 || Spent + Reserved + amount <= limit;

    internal void Reserve(decimal amount) => (NewlyReserved, IsReserved) = (NewlyReserved + amount, true);

    /// <summary>Books what was taken in place of what was held.</summary>
    internal void Settle(decimal taken, decimal held, MeterThresholds thresholds, DateTimeOffset now)
    {
        (Booked, Released, IsSettled) = (Booked + taken, Released + held, true);
        Marks = Marks.Reach(thresholds.LevelOf(Spent, limit), now);
    }

    /// <summary>A call was refused: the limit counts as exceeded.</summary>
    internal void Refuse(DateTimeOffset now)
    {
        if (Marks.IsNews(MeterLevel.Exceeded))
        {
            (Marks, IsSettled) = (Marks with { ExceededAt = now }, true);
        }
    }
}
