using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Signing in at the school's provider, against a real one.</summary>
[Trait("Scenario", "P-03")]
public sealed class OidcTests : IAsyncLifetime
{
    readonly ManualTimeProvider _network = new();
    OidcServer _provider = null!;
    PortalUnderTest _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await OidcServer.StartAsync(new ManualTimeProvider());
        _portal = await PortalUnderTest.StartAsync(Configure);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_the_provider_names_signs_in_with_the_roles_that_its_claims_give()
    {
        var browser = _portal.Browser();
        _provider.Roles = ["staff", "it", "it-bodies", "unmapped"];
        (await browser.GetAsync("/batches")).Location.ShouldBe("/sign-in?return=%2Fbatches");
        var page = await browser.GetAsync("/sign-in?return=%2Fme");
        page.Page.QuerySelector("form").ShouldBeNull();
        var asked = await browser.GetAsync(page.Page.QuerySelector("a.button")!.GetAttribute("href")!);

        var question = QueryHelpers.ParseQuery(new Uri(asked.Location!).Query);
        question["code_challenge_method"].ToString().ShouldBe("S256");
        question["response_type"].ToString().ShouldBe("code");
        question["nonce"].ToString().ShouldNotBeEmpty();
        (await ReturnAsync(browser, asked)).Location.ShouldBe("/me");

        (await browser.GetAsync("/me")).Page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("Anna Å");
        (await browser.GetAsync("/me")).Page.QuerySelector("#password").ShouldBeNull();
        (await RowAsync("select user_id || ' ' || source || ' ' || array_to_string(roles, ',') from accounts")).ShouldBe(
            "9a4f oidc teacher,operator,operator-body"
        );
        (await RowAsync("select string_agg(act, ' ') from audit")).ShouldBe("signed_in");
    }

    [Fact]
    public async Task Roles_are_read_anew_at_each_sign_in_and_whoever_has_none_is_told_whom_to_ask()
    {
        var browser = _portal.Browser();
        await SignInAsync(browser);
        _provider.Roles = ["unmapped"];
        var other = _portal.Browser();

        var refused = await SignInAsync(other);

        refused.Location.ShouldBe("/sign-in/refused?reason=no_role");
        var page = await other.GetAsync(refused.Location!);
        page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        page.Words.ShouldContain("Ask whoever runs the accounts at your school.");
        (await other.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("nonce")]
    [InlineData("exp")]
    [InlineData("nbf")]
    [InlineData("signature")]
    public async Task A_token_that_is_not_the_providers_answer_to_this_question_is_refused(string wrong)
    {
        _provider.SignsWithAnotherKey = wrong == "signature";
        _provider.Tamper = token =>
        {
            JsonNode? other = wrong switch
            {
                "exp" => _portal.Service.Clock.GetUtcNow().AddMinutes(-6).ToUnixTimeSeconds(),
                "nbf" => _portal.Service.Clock.GetUtcNow().AddMinutes(6).ToUnixTimeSeconds(),
                _ => "https://other.example/",
            };
            token[wrong] = other;
        };
        var browser = _portal.Browser();

        (await SignInAsync(browser)).Location.ShouldBe("/sign-in/refused?reason=failed");

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await RowAsync("select string_agg(act, ' ') from audit")).ShouldBe("sign_in_failed");
    }

    [Fact]
    public async Task An_answer_that_no_question_of_this_browser_asked_for_is_refused()
    {
        var browser = _portal.Browser();
        var asked = await browser.GetAsync("/sign-in/oidc");
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(asked.Location, TestContext.Current.CancellationToken);

        (await _portal.Browser().GetAsync(answer.Headers.Location!.PathAndQuery)).Location.ShouldBe("/sign-in/refused?reason=failed");
    }

    [Fact]
    public async Task A_person_who_is_disabled_here_and_an_id_that_is_taken_are_refused()
    {
        await SignInAsync(_portal.Browser());
        await RowAsync("update accounts set disabled_at = now() returning user_id");
        (await SignInAsync(_portal.Browser())).Location.ShouldBe("/sign-in/refused?reason=disabled");

        await RowAsync("update accounts set disabled_at = null, source = 'embedded' returning user_id");
        (await SignInAsync(_portal.Browser())).Location.ShouldBe("/sign-in/refused?reason=id_taken");
    }

    [Fact]
    public async Task An_id_that_cannot_stand_in_an_address_is_its_hash()
    {
        _provider.Subject = "https://school.example/people/7";

        await SignInAsync(_portal.Browser());

        (await RowAsync("select user_id from accounts"))!.ShouldMatch("^oidc:[0-9a-f]{64}$");
    }

    [Fact]
    public async Task Whoever_signs_out_is_shown_where_to_sign_out_of_the_provider()
    {
        var browser = _portal.Browser();
        await SignInAsync(browser);
        await browser.GetAsync("/me");

        (await browser.PostAsync("/sign-out")).Location.ShouldBe("/signed-out");

        (await browser.GetAsync("/signed-out")).Page.QuerySelector($"a[href^='{_provider.Address}']").ShouldNotBeNull();
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("/signout-oidc")]
    [InlineData("/signout-callback-oidc")]
    public async Task No_address_signs_anybody_out(string path)
    {
        var browser = _portal.Browser();
        await SignInAsync(browser);

        (await browser.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Passwords_are_not_taken_and_administrators_only_disable()
    {
        _provider.Roles = ["heads"];
        var browser = _portal.Browser();
        (await SignInAsync(browser)).Location.ShouldBe("/school/people");
        await browser.GetAsync("/school/people/9a4f");

        // No page offers the form, and so none has its token.
        (await browser.PostAsync("/sign-in", ("login", "anna"), ("password", "x"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/school/people/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync("/school/people/9a4f", ("name", "A"), (Phase1Roles.SchoolAdmin, "on"))).Words.ShouldContain(
            "The school's sign-in says which roles this person has."
        );
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_at_once_and_the_other_form_is_there_where_it_is_allowed()
    {
        await _provider.DisposeAsync();
        await using var portal = await PortalUnderTest.StartAsync(builder =>
        {
            Configure(builder);
            builder.Configuration["Portal:Accounts:BesideOidc"] = "true";
        });
        var browser = portal.Browser();

        var answer = await browser.GetAsync("/sign-in/oidc?return=%2Fme");

        answer.Location.ShouldBe("/sign-in?away=true&return=%2Fme");
        var page = await browser.GetAsync(answer.Location!);
        page.Words.ShouldContain("The school's sign-in does not answer just now.");
        page.Page.QuerySelector("#password").ShouldNotBeNull();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        (await browser.PostAsync("/sign-in", ("login", "anna"), ("password", PortalUnderTest.Password))).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_provider_that_takes_the_connection_and_says_nothing_is_given_five_seconds()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var portal = await PortalUnderTest.StartAsync(builder =>
        {
            Configure(builder);
            builder.Configuration["Portal:Oidc:Authority"] = $"http://{silent.LocalEndpoint}";
        });

        var answer = portal.Browser().GetAsync("/sign-in/oidc");
        using var connection = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await _network.WhenArmedAsync(1, TestContext.Current.CancellationToken);
        answer.IsCompleted.ShouldBeFalse();
        _network.Advance(TimeSpan.FromSeconds(5));

        (await answer).Location.ShouldBe("/sign-in?away=true&return=%2F");
    }

    void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Portal:Oidc:Authority"] = _provider.Address.ToString(),
                ["Portal:Oidc:ClientId"] = OidcServer.ClientId,
                ["Portal:Oidc:ClientSecret"] = OidcServer.ClientSecret,
                ["Portal:Oidc:RoleMap:staff"] = Phase1Roles.Teacher,
                ["Portal:Oidc:RoleMap:it"] = Phase1Roles.Operator,
                ["Portal:Oidc:RoleMap:it-bodies"] = Phase1Roles.OperatorBody,
                ["Portal:Oidc:RoleMap:heads"] = Phase1Roles.SchoolAdmin,
            }
        );
        builder.Services.AddSingleton(new NetworkClock(_network));
        // A busy machine is not a provider that is away.
        builder.Host.ConfigureContainer<IServiceCollection>(
            (_, services) => services.Configure<OpenIdConnectOptions>("oidc", oidc => oidc.BackchannelTimeout = Eventually.Patience)
        );
    }

    static async Task<Seen> SignInAsync(Browser browser) => await ReturnAsync(browser, await browser.GetAsync("/sign-in/oidc"));

    // What the browser does at the provider, which knows the person already.
    static async Task<Seen> ReturnAsync(Browser browser, Seen asked)
    {
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await provider.GetAsync(asked.Location, TestContext.Current.CancellationToken);
        return await browser.GetAsync(answer.Headers.Location!.PathAndQuery);
    }

    async Task<string?> RowAsync(string sql)
    {
        await using var command = _portal.Service.Db.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
