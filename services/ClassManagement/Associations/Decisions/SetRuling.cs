namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>All decisions of one request about one set, or none of them.</summary>
abstract record SetRuling
{
    /// <summary>The rows that change, and whether nothing is left undecided then.</summary>
    internal sealed record Applies(IReadOnlyList<RowChange> Changes, IReadOnlyList<Association> Rows) : SetRuling
    {
        internal bool Releases => Changes.Count > 0 && Rows.All(row => row.IsDecided);
    }

    internal sealed record UnknownEssay : SetRuling;

    /// <summary>Somebody else was faster; these rows are not what the teacher saw.</summary>
    internal sealed record Stale(IReadOnlyList<Association> Current) : SetRuling;

    internal sealed record NotOpen(SetState State) : SetRuling;

    internal sealed record Refused(Guid EssayId, string Why) : SetRuling;

    /// <summary>Every essay would leave the batch.</summary>
    internal sealed record NothingToRelease : SetRuling;

    internal static SetRuling Decide(SetState state, IReadOnlyList<Association> rows, IReadOnlyList<DecisionOrder> orders, Judge judge)
    {
        var byEssay = rows.ToDictionary(row => row.EssayId);
        if (orders.Any(order => !byEssay.ContainsKey(order.EssayId)))
        {
            return new UnknownEssay();
        }
        var stale = orders
            .Where(order => order.AssociationVersion is { } seen && seen != byEssay[order.EssayId].AssociationVersion)
            .Select(order => byEssay[order.EssayId])
            .ToList();
        if (stale.Count > 0)
        {
            return new Stale(stale);
        }
        if (state != SetState.Open)
        {
            return new NotOpen(state);
        }

        var changes = new List<RowChange>();
        foreach (var order in orders)
        {
            var row = byEssay[order.EssayId];
            switch (DecisionRules.For(order.Action).Decide(row, order, judge))
            {
                case Ruling.Refusal refusal:
                    return new Refused(order.EssayId, refusal.Why);
                case Ruling.Becomes next:
                    changes.Add(new RowChange(row, next.Row, next.Kind));
                    byEssay[order.EssayId] = next.Row;
                    break;
            }
        }
        var after = rows.Select(row => byEssay[row.EssayId]).ToList();
        return after.All(row => row.ValidationStatus == AssociationStatus.Rejected) ? new NothingToRelease() : new Applies(changes, after);
    }
}
