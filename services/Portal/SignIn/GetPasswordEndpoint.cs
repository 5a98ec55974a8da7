using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Asks for a new password, for whoever has a link that an operator made.</summary>
static class GetPasswordEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/password", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(string? t, OneTimeLinks links, CancellationToken cancellationToken)
    {
        var form = new FormState();
        form.Values["t"] = t ?? "";
        return await links.FindAsync(LinkPurpose.Password, t, cancellationToken) is null
            ? Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone)
            : Pages.Show<PasswordPage>(form);
    }
}
