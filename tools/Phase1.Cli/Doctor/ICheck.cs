namespace Phase1.Cli.Doctor;

/// <summary>Judges one thing by what the services answered. It asks nothing itself.</summary>
interface ICheck
{
    IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite);
}

/// <summary>Judges each service that gave its report, alone.</summary>
abstract class ReportCheck : ICheck
{
    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite.Where(one => one.Report is not null).SelectMany(one => Judge(one, one.Report!));

    protected abstract IEnumerable<Finding> Judge(ServiceAnswers service, SeenReport report);
}
