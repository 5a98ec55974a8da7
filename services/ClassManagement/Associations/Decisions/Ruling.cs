namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>What a rule says to a decision about a row: the row's next value, nothing to do, or no.</summary>
abstract record Ruling
{
    internal static readonly Ruling Unchanged = new Stays();

    internal static Ruling Refused(string why) => new Refusal(why);

    internal sealed record Becomes(Association Row, ChangeKind Kind) : Ruling;

    internal sealed record Stays : Ruling;

    internal sealed record Refusal(string Why) : Ruling;
}
