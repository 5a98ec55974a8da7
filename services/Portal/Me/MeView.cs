using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>What the page of a person's own settings shows.</summary>
/// <param name="Settings">Name, language, zone.</param>
/// <param name="Password">The change of the password.</param>
/// <param name="Sessions">Those that go on.</param>
/// <param name="Note">What has just been done.</param>
public sealed record MeView(FormState Settings, FormState Password, IReadOnlyList<OpenSession> Sessions, string? Note)
{
    internal static async Task<MeView> OfAsync(
        Person person,
        Sessions sessions,
        PortalOptions options,
        CancellationToken cancellationToken,
        FormState? settings = null,
        FormState? password = null,
        string? note = null
    )
    {
        if (settings is null)
        {
            settings = new FormState();
            settings.Values["name"] = person.DisplayName;
            settings.Values["time_zone"] = person.TimeZone ?? options.TimeZone;
        }
        return new(settings, password ?? new FormState(), await sessions.OfAsync(person, cancellationToken), note);
    }
}
