using Phase1.Demo.Client;
using Phase1.Demo.Steps;

namespace Phase1.Demo.Ledger;

/// <summary>Writes the end of the demo for a person.</summary>
sealed class Report(TextWriter output)
{
    internal void Chain(DemoBatch batch, IReadOnlyList<LoggedRecord> chain)
    {
        Line($"\nEvent chain of {batch.Title}, correlation id {batch.Chain}: {chain.Count} facts, causes before effects");
        Line($"  {"event", -8}  {"cause", -8}  {"topic", -46}  source");
        foreach (var fact in chain)
        {
            var cause = fact.CausationId is { } id ? EventChain.Short(id) : "request";
            Line($"  {EventChain.Short(fact.EventId)}  {cause, -8}  {Effects.Short(fact.Topic), -46}  {fact.Source}");
        }
    }

    internal void History(DemoBatch batch, IReadOnlyList<HistoryStep> steps)
    {
        Line($"\nHistory of {batch.Title}, batch {batch.BatchId}");
        foreach (var step in steps.OrderBy(step => step.Seq))
        {
            Line(
                $"  {step.Seq, 2}  {step.OccurredAt:yyyy-MM-dd HH:mm:ss}  {step.To, -30}  {step.Trigger}{(step.Replayed ? ", replayed" : "")}"
            );
        }
    }

    internal void Ledger(RunLedger ledger)
    {
        Line($"\n{"Ledger", -28} recorded = applied + ignored + dead-lettered      lost");
        foreach (var line in ledger.Services)
        {
            Line(
                $"  {line.Service, -26} {line.Recorded, 8}   {line.Applied, 7}   {line.Ignored, 7}   {line.DeadLettered, 13} {line.Lost, 9}"
            );
        }
        foreach (var finding in ledger.Findings)
        {
            Line($"  {finding.Sentence}");
        }
        Line($"Lost {ledger.Lost}, doubled {ledger.Doubled}.");
    }

    internal void Result(BatchResult result) =>
        Line(
            $"{result.Kind} {result.CourseCode}: {result.States[^1]} after {result.Seconds:0.0} s; {result.Essays} essays"
                + (
                    result.Confirmed + result.TimeoutConfirmed + result.Unknown + result.Excluded == 0
                        ? "."
                        : $": {result.Confirmed} confirmed, {result.TimeoutConfirmed} by the deadline, {result.Unknown} unknown, {result.Excluded} excluded."
                )
        );

    internal void Line(string text) => output.WriteLine(text);
}
