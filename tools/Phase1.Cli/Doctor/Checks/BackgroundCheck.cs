namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-11: the work beside the requests has its turns, and they succeed.</summary>
sealed class BackgroundCheck : ReportCheck
{
    internal const string Id = "D-11";
    const string Failed = "failed";

    protected override IEnumerable<Finding> Judge(ServiceAnswers service, SeenReport report)
    {
        if (report.Engine is not { } engine)
        {
            yield break;
        }
        var (late, failed) = (Names(engine, work => work.Late), Names(engine, work => work.Result == Failed));
        if (late.Length > 0)
        {
            yield return Finding.Fail(Id, service.Name, $"has stopped: {late}", "restart the service; its log says what happened");
        }
        if (failed.Length > 0)
        {
            yield return Finding.Fail(Id, service.Name, $"failed at its last turn: {failed}", "the service's log says why");
        }
        if (late.Length == 0 && failed.Length == 0)
        {
            yield return Finding.Ok(Id, service.Name, "all work has had its turn");
        }
    }

    static string Names(SeenEngine engine, Func<SeenWork, bool> which) =>
        string.Join(", ", engine.Work.Where(which).Select(work => work.Name).Distinct().Order(StringComparer.Ordinal));
}
