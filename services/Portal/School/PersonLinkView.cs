using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School;

/// <summary>A link that is handed to a person, shown once.</summary>
/// <param name="Address">The link.</param>
/// <param name="Hours">How long it works.</param>
/// <param name="Person">Where the person's page is.</param>
public sealed record PersonLinkView(string Address, int Hours, string Person)
{
    internal static PersonLinkView Of(LinkPurpose purpose, string secret, string userId, OwnOrigin own, HttpRequest request)
    {
        var path = purpose == LinkPurpose.Invite ? "/invite" : "/password";
        return new(own.Link($"{path}?t={secret}", request), (int)OneTimeLinks.ValidFor(purpose).TotalHours, PersonEntry.PathOf(userId));
    }
}
