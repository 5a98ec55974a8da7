using System.Globalization;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-10: no record waits for a person, or behind one that fails.</summary>
sealed class FailedRecordsCheck : ReportCheck
{
    internal const string Id = "D-10";

    protected override IEnumerable<Finding> Judge(ServiceAnswers service, SeenReport report)
    {
        if (report.Engine is not { } engine)
        {
            yield break;
        }
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{engine.DeadLetters.Open} dead letters are open, {engine.Held.Messages} records are held under {engine.Held.Keys} keys"
        );
        yield return engine.DeadLetters.Open > 0 || engine.Held.Messages > 0
            ? Finding.Warn(Id, service.Name, found, "the Portal lists them under Dead letters, with their causes")
            : Finding.Ok(Id, service.Name, found);
    }
}
