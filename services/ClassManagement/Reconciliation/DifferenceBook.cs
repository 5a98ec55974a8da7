namespace Phase1.ClassManagement.Reconciliation;

/// <summary>What becomes of the unresolved differences of some batches when these have been looked at again. Knows no database.</summary>
sealed class DifferenceBook(IEnumerable<Difference> unresolved, TimeSpan underWay, DateTimeOffset now)
{
    readonly Dictionary<(Guid, DifferenceKind, Guid?), Difference> _unresolved = unresolved.ToDictionary(difference =>
        (difference.BatchId, difference.Kind, difference.EssayId)
    );

    /// <summary>Seen for the first time.</summary>
    public List<Difference> Added { get; } = [];

    /// <summary>Gone before they were reported: they were under way.</summary>
    public List<Difference> Dropped { get; } = [];

    public List<Difference> Reported { get; } = [];

    public List<Difference> Resolved { get; } = [];

    /// <param name="findings">All that was found in these batches.</param>
    internal void Look(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (_unresolved.Remove((finding.BatchId, finding.Kind, finding.EssayId), out var known))
            {
                SeeAgain(known, finding);
            }
            else
            {
                Added.Add(Difference.Of(finding, now));
            }
        }
        foreach (var gone in _unresolved.Values)
        {
            if (gone.ReportedAt is null)
            {
                Dropped.Add(gone);
            }
            else
            {
                gone.ResolvedAt = now;
                Resolved.Add(gone);
            }
        }
    }

    void SeeAgain(Difference known, Finding finding)
    {
        var same = known.Ours == finding.Ours && known.Theirs == finding.Theirs;
        (known.Ours, known.Theirs) = (finding.Ours, finding.Theirs);
        if (known.ReportedAt is not null)
        {
            return;
        }
        if (!same)
        {
            // Something has moved since: it is looked at as one that is new.
            known.FirstSeenAt = now;
        }
        else if (now - known.FirstSeenAt >= underWay)
        {
            known.ReportedAt = now;
            Reported.Add(known);
        }
    }
}
