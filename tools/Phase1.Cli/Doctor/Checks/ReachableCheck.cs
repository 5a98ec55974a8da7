namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-01: each service answers at all.</summary>
sealed class ReachableCheck : ICheck
{
    internal const string Id = "D-01";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite.Select(one =>
            one.IsAlive
                ? Finding.Ok(Id, one.Name, "answers")
                : Finding.Fail(Id, one.Name, $"nobody answers at {one.Address}", "start it, or name where it is by --service")
        );
}
