using Phase1.Portal.Frame;

namespace Phase1.Portal.Tokens;

/// <summary>A route for programs: what is asked there is asked of a service, in the name of the token's owner.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Pattern">Its address here.</param>
/// <param name="Client">The client by which the service is asked.</param>
/// <param name="Acting">The role in which it is asked.</param>
/// <param name="Here">How the address begins here.</param>
/// <param name="There">How it begins at the service.</param>
sealed record ForwardedRoute(string Method, string Pattern, string Client, ActingRole Acting, string Here, string There)
{
    /// <summary>The address at the service, query included.</summary>
    internal Uri AddressOf(HttpRequest request) =>
        new(There + request.Path.ToUriComponent()[Here.Length..] + request.QueryString.ToUriComponent(), UriKind.Relative);
}
