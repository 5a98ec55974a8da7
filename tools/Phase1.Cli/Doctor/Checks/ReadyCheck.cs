namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-02: each service says that it can work. What it says itself is repeated.</summary>
sealed class ReadyCheck : ICheck
{
    internal const string Id = "D-02";
    const string Ready = "ready";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) => suite.Where(one => one.IsAlive).SelectMany(Judge);

    static IEnumerable<Finding> Judge(ServiceAnswers one) =>
        one.Readiness is not { } readiness ? [Finding.Fail(Id, one.Name, "/readyz is not a service's", "look who listens at that address")]
        : readiness.Status == Ready ? [Finding.Ok(Id, one.Name, "ready")]
        : readiness
            .Checks.Where(check => check.Status != Ready)
            .Select(check => new Finding(
                Id,
                one.Name,
                check.Status == "degraded" ? FindingStatus.Warn : FindingStatus.Fail,
                $"{check.Name}: {check.Detail}",
                "docs/operations.md says what each check needs"
            )
            {
                Because = check.Name switch
                {
                    "log" => OneLogCheck.Id,
                    "outbox" => LeavingEventsCheck.Id,
                    _ => null,
                },
            });
}
