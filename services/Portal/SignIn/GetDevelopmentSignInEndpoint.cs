using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Shows whom a link of the Development environment signs in as.</summary>
static class GetDevelopmentSignInEndpoint
{
    internal const string Path = "/sign-in/development";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        string? t,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "return")] string? path,
        OneTimeLinks links,
        CancellationToken cancellationToken
    ) =>
        await links.FindAsync(LinkPurpose.Development, t, cancellationToken) is { } link
            ? Pages.Show<DevelopmentSignInPage>(new DevelopmentSignInView(link.UserId!, t!, Pages.Local(path)))
            : Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone);
}

/// <summary>What the page of such a link shows.</summary>
/// <param name="UserId">As whom it signs in.</param>
/// <param name="Secret">The link's.</param>
/// <param name="Return">Where it leads.</param>
public sealed record DevelopmentSignInView(string UserId, string Secret, string Return);
