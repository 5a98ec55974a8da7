using System.ComponentModel.DataAnnotations;
using System.Net;
using Phase1.Messaging;
using Phase1.Portal.Oidc;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal;

/// <summary>Section <c>Portal</c>.</summary>
sealed class PortalOptions : IValidatedOptions
{
    /// <summary>
    /// Where browsers find the Portal, as in <c>https://phase1.example.org</c>. Required outside Development, where it must be https; forms are
    /// taken from pages of this address alone.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>The zone in which times are shown to those who have chosen none.</summary>
    public string TimeZone { get; set; } = "Europe/Stockholm";

    /// <summary>The language of those who have chosen none and whose browser asks for neither: sv or en.</summary>
    public string Language { get; set; } = "sv";

    /// <summary>The addresses of the proxies in front: what they say of the browser's address is believed, and nobody else's word.</summary>
    public string[] TrustedProxies { get; set; } = [];

    /// <summary>How long it is kept who signed in and who failed to.</summary>
    [TimeRange(AtLeast = "90.00:00:00")]
    public TimeSpan SignInsKeptFor { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long it is kept who changed what: accounts, roles, links.</summary>
    [TimeRange(AtLeast = "90.00:00:00")]
    public TimeSpan AuditKeptFor { get; set; } = TimeSpan.FromDays(400);

    /// <summary>The size in MB of all files that a browser without scripts may send with one form.</summary>
    [Range(1, 1000)]
    public int MaxFormMegabytes { get; set; } = 200;

    /// <summary>A PEM file with a certificate and its RSA key, by which the keys of cookies and forms are encrypted in the database.</summary>
    public string? KeyCertificate { get; set; }

    public AccountOptions Accounts { get; set; } = new();

    public OidcOptions Oidc { get; set; } = new();

    /// <summary>Whether the Portal's own accounts are for signing in.</summary>
    internal bool HasEmbeddedAccounts => !Oidc.IsOn || Accounts.BesideOidc;

    internal Uri? PublicAddress => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address : null;

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }
        if (PublicUrl is not null && PublicAddress is not { Scheme: "http" or "https", PathAndQuery: "/" })
        {
            yield return "PublicUrl must be an http address without a path.";
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return "TimeZone is not known; the zones come from the system's package tzdata.";
        }
        if (Language is not ("sv" or "en"))
        {
            yield return "Language must be sv or en.";
        }
        foreach (var fault in Oidc.Validate())
        {
            yield return fault;
        }
        if (TrustedProxies.Any(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            yield return "TrustedProxies must be IP addresses.";
        }
    }
}
