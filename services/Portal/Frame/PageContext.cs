using Microsoft.AspNetCore.Antiforgery;
using Phase1.Events;
using Phase1.Portal.Assets;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>What every component of a page knows: who looks, in which language and zone, when, and by which token its forms are known.</summary>
sealed class PageContext(
    IHttpContextAccessor http,
    IAntiforgery tokens,
    TimeProvider clock,
    PortalOptions options,
    AssetStore assets,
    Installed installed
)
{
    readonly HttpContext _http = http.HttpContext!;
    string? _token;

    /// <summary>Null while nobody has signed in.</summary>
    internal Person? Person => _http.Features.Get<Person>();

    // These three are asked for by every word and every instant of a page: found once.
    internal string Language =>
        field ??= Person?.Language is { } chosen ? WireEnum.Name(chosen) : Languages.AskedFor(_http.Request, options.Language);

    internal IWords Words => field ??= Languages.WordsOf(Language);

    internal Moments Moments => field ??= new(TimeZoneInfo.FindSystemTimeZoneById(Zone), Words);

    /// <summary>In which the page writes times.</summary>
    internal string Zone => Person?.TimeZone ?? options.TimeZone;

    internal DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Whether the operator wants local times before UTC.</summary>
    internal bool IsLocalFirst => OperatorZone.IsLocal(_http);

    /// <summary>An instant as operators read it: in UTC and in their own zone.</summary>
    internal string Instant(DateTimeOffset at) => Moments.InBothZones(at, IsLocalFirst);

    internal string Path => _http.Request.Path;

    /// <summary>The path with what it was asked with.</summary>
    internal string Address => $"{_http.Request.Path}{_http.Request.QueryString}";

    /// <summary>Where the person begins.</summary>
    internal string Start => Person is { } person ? Pages.StartOf(person.Roles) : "/";

    internal Guid CorrelationId => _http.CorrelationId();

    internal string Token => _token ??= tokens.GetAndStoreTokens(_http).RequestToken!;

    /// <summary>Which services are there that a school may do without.</summary>
    internal Installed Installed => installed;

    internal string Asset(string name) => assets.AddressOf(name);

    internal IReadOnlyList<string> WithImports(IEnumerable<string> modules) => assets.WithImports(modules);
}
