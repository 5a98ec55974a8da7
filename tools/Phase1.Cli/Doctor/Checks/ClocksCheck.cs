using System.Globalization;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-15: the services' databases and this machine agree on the time.</summary>
sealed class ClocksCheck : ReportCheck
{
    internal const string Id = "D-15";

    // The limits of the specification.
    static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Largest = TimeSpan.FromSeconds(30);

    protected override IEnumerable<Finding> Judge(ServiceAnswers service, SeenReport report)
    {
        var difference = report.Now - service.ReportedAt;
        var found = string.Create(CultureInfo.InvariantCulture, $"{difference.TotalSeconds:+0.0;-0.0} s from this machine's clock");
        const string advice = "synchronise the machines' clocks (chrony, systemd-timesyncd); a demo's clock belongs to demos alone";
        yield return difference.Duration() > Largest ? Finding.Fail(Id, service.Name, found, advice)
        : difference.Duration() > Tolerable ? Finding.Warn(Id, service.Name, found, advice)
        : Finding.Ok(Id, service.Name, found);
    }
}
