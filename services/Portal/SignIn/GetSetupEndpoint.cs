using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>The first page of a new installation: with a link that works a form, without one how to get it.</summary>
static class GetSetupEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/setup", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(string? t, FirstPerson first, OneTimeLinks links, CancellationToken cancellationToken)
    {
        if (!await first.IsMissingAsync(cancellationToken))
        {
            return Pages.Go("/");
        }
        return await links.FindAsync(LinkPurpose.Setup, t, cancellationToken) is null
            ? Pages.Show<NoSetupPage>(t is not null)
            : Pages.Show<SetupPage>(SetupForm.Empty(t!));
    }
}
