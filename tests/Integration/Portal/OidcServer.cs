using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Phase1.Integration.Tests.Portal;

/// <summary>
/// A provider of OpenID Connect in this process: real discovery, real codes, real signatures. It knows one client and one person, and can be made to
/// answer with a token that it should not have given.
/// </summary>
sealed class OidcServer : IAsyncDisposable
{
    internal const string ClientId = "phase1";
    internal const string ClientSecret = "a secret of the Portal's";

    // One for all tests: making one takes longer than most of them.
    static readonly SigningCredentials Key = NewKey();

    WebApplication _app = null!;

    internal Uri Address { get; private set; } = null!;

    /// <summary>Who signs in.</summary>
    internal string Subject { get; set; } = "9a4f";

    internal string Name { get; set; } = "Anna Å";

    internal string[] Roles { get; set; } = ["staff"];

    /// <summary>Changes what the id token says before it is signed.</summary>
    internal Action<JsonObject> Tamper { get; set; } = _ => { };

    /// <summary>Whether the token is signed by a key that is not the provider's.</summary>
    internal bool SignsWithAnotherKey { get; set; }

    internal static async Task<OidcServer> StartAsync(TimeProvider clock)
    {
        var server = new OidcServer();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options => server.Configure(options, clock));
        server._app = builder.Build();
        server._app.UseAuthentication();
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Address = new(server._app.Urls.First());
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    void Configure(OpenIddictServerBuilder options, TimeProvider clock)
    {
        options.EnableDegradedMode();
        options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        options.SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("sign-out");
        options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        options.RegisterScopes("profile");
        options.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddSigningKey(Key.Key);
        options.UseAspNetCore().DisableTransportSecurityRequirement();
        options.Configure(server => server.TimeProvider = clock);
        options.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }
                return default;
            })
        );
        options.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }
                return default;
            })
        );
        options.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(on => on.UseInlineHandler(_ => default));
        options.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                context.SignIn(Person(context.Request.GetScopes()));
                return default;
            })
        );
        options.AddEventHandler<OpenIddictServerEvents.HandleUserInfoRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                context.Subject = Subject;
                context.Claims["name"] = Name;
                return default;
            })
        );
        options.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(on =>
            on.SetOrder(int.MinValue + 1000)
                .UseInlineHandler(context =>
                {
                    context.Response.IdToken = context.Response.IdToken is { } token ? Sign(token) : null;
                    return default;
                })
        );
    }

    // The name is to be asked for; the roles stand in the token.
    ClaimsPrincipal Person(IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("provider", "name", "role");
        identity.SetClaim("sub", Subject);
        identity.SetClaims("roles", Roles.ToImmutableArray());
        identity.SetScopes(scopes);
        identity.SetDestinations(claim =>
            claim.Type is "roles" ? [OpenIddictConstants.Destinations.IdentityToken] : [OpenIddictConstants.Destinations.AccessToken]
        );
        return new(identity);
    }

    string Sign(string token)
    {
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject();
        Tamper(payload);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            payload.ToJsonString(),
            SignsWithAnotherKey ? NewKey() : Key
        );
    }

    static SigningCredentials NewKey() => new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "provider" }, SecurityAlgorithms.RsaSha256);
}
