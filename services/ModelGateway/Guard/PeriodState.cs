using Phase1.ModelGateway.Alerts;

namespace Phase1.ModelGateway.Guard;

/// <summary>A period under its lock, and what a group changes of it.</summary>
/// <param name="id">Its row.</param>
/// <param name="limit">Null for none.</param>
/// <param name="limitVersion">How often the limit has been changed.</param>
/// <param name="spent">As stored.</param>
/// <param name="reserved">As stored.</param>
/// <param name="marks">As stored.</param>
sealed class PeriodState(Guid id, decimal? limit, int limitVersion, decimal spent, decimal reserved, MeterMarks marks)
{
    internal Guid Id => id;

    internal decimal? Limit => limit;

    internal int LimitVersion => limitVersion;

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

    /// <summary>Books what was taken in place of what was held, and answers the threshold that is reached by it for the first time.</summary>
    internal MeterLevel? Settle(decimal taken, decimal held, MeterThresholds thresholds, DateTimeOffset now)
    {
        (Booked, Released, IsSettled) = (Booked + taken, Released + held, true);
        var level = thresholds.LevelOf(Spent, limit);
        var isNews = Marks.IsNews(level);
        Marks = Marks.Reach(level, now);
        return isNews ? level : null;
    }

    /// <summary>A call was refused: the limit counts as exceeded. Answers whether it did not before.</summary>
    internal bool Refuse(DateTimeOffset now)
    {
        if (!Marks.IsNews(MeterLevel.Exceeded))
        {
            return false;
        }
        (Marks, IsSettled) = (Marks with { ExceededAt = now }, true);
        return true;
    }
}
