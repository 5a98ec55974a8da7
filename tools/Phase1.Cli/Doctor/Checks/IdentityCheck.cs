using Phase1.Events;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-17: who answers is the service that is meant.</summary>
sealed class IdentityCheck : ReportCheck
{
    internal const string Id = "D-17";

    protected override IEnumerable<Finding> Judge(ServiceAnswers service, SeenReport report)
    {
        // A service has the name of its constant there.
        var meant = (string)typeof(ServiceNames).GetField(service.Service.ToString())!.GetRawConstantValue()!;
        yield return report.Service == meant
            ? Finding.Ok(Id, service.Name, "is who it should be")
            : Finding.Fail(
                Id,
                service.Name,
                $"{report.Service} answers at {service.Address}",
                "name the right address, here and in Services:* of the others"
            );
    }
}
