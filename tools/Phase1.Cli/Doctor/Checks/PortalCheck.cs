using System.Net;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-19: the Portal shows its page of sign-in as it should.</summary>
sealed class PortalCheck : ICheck
{
    internal const string Id = "D-19";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite.Where(one => one is { Service: SuiteService.Portal, IsAlive: true }).SelectMany(Judge);

    static IEnumerable<Finding> Judge(ServiceAnswers portal)
    {
        if (portal.Address.Scheme != Uri.UriSchemeHttps && !portal.Address.IsLoopback)
        {
            yield return Finding.Fail(
                Id,
                portal.Name,
                "is reached without TLS",
                "put a proxy with a certificate before it (docs/operations.md)"
            );
        }
        yield return portal.SignIn switch
        {
            { HasPolicy: false } => Finding.Fail(
                Id,
                portal.Name,
                "Content-Security-Policy is missing",
                "the proxy before it must leave the Portal's headers as they are"
            ),
            { LeadsTo: "/setup" } => Finding.Warn(Id, portal.Name, "nobody can sign in yet", "./phase1 portal link makes the first person"),
            { Status: HttpStatusCode.OK } => Finding.Ok(Id, portal.Name, "shows its page of sign-in, with its policy"),
            _ => Finding.Fail(Id, portal.Name, "/sign-in shows no page", "look into the Portal's log"),
        };
    }
}
