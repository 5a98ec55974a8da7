using Phase1.Servers.Suites;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-19: the Portal shows its page of sign-in as it should.</summary>
sealed class PortalCheck : ICheck
{
    internal const string Id = "D-19";
    const string Policy = "Content-Security-Policy";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite.Where(one => one is { Service: SuiteService.Portal, IsAlive: true }).SelectMany(Judge);

    static IEnumerable<Finding> Judge(ServiceAnswers portal)
    {
        if (portal.SignInHeaders is not { } headers)
        {
            yield return Finding.Fail(Id, portal.Name, "/sign-in shows no page", "look into the Portal's log");
            yield break;
        }
        if (portal.Address.Scheme != Uri.UriSchemeHttps && !portal.Address.IsLoopback)
        {
            yield return Finding.Fail(
                Id,
                portal.Name,
                "is reached without TLS",
                "put a proxy with a certificate before it (docs/operations.md)"
            );
        }
        yield return headers.ContainsKey(Policy)
            ? Finding.Ok(Id, portal.Name, "shows its page of sign-in, with its policy of contents")
            : Finding.Fail(Id, portal.Name, $"{Policy} is missing", "the proxy before it must leave the Portal's headers as they are");
    }
}
