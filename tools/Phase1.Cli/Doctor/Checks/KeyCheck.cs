using System.Net;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-04: the service key opens each service. Without its report nothing else of a service can be judged.</summary>
sealed class KeyCheck : ICheck
{
    internal const string Id = "D-04";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite
            .Where(one => one.ReportStatus is not null)
            .Select(one =>
                one.Report is not null ? Finding.Ok(Id, one.Name, "takes the key")
                : one.ReportStatus is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    ? Finding.Fail(Id, one.Name, "refuses the key", $"{DoctorKey.Variable} must be a key of the caller {DoctorKey.Caller}")
                : Finding.Fail(Id, one.Name, $"gives no report ({(int)one.ReportStatus!})", "look into its log")
            );
}
