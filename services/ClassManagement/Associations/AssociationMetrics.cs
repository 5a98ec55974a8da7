using System.Diagnostics.Metrics;
using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

static class AssociationMetrics
{
    static readonly Counter<long> Decisions = ClassManagementService.Meter.CreateCounter<long>("phase1_associations_decided_total");
    static readonly Counter<long> Corrections = ClassManagementService.Meter.CreateCounter<long>("phase1_association_corrections_total");
    static readonly Counter<long> Refused = ClassManagementService.Meter.CreateCounter<long>("phase1_suggestions_refused_total");

    internal static void Decided(IEnumerable<RowChange> changes)
    {
        foreach (var change in changes.Where(change => change.After.IsDecided))
        {
            Count(Decisions, change.After);
        }
    }

    internal static void Corrected(Association row) => Count(Corrections, row);

    internal static void SuggestionsRefused(int count)
    {
        if (count > 0)
        {
            Refused.Add(count);
        }
    }

    static void Count(Counter<long> counter, Association row) =>
        counter.Add(
            1,
            new("validation_method", WireEnum.Name(row.ValidationMethod!.Value)),
            new("decision", WireEnum.Name(row.Decision!.Value))
        );
}
