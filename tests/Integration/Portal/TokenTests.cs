using System.Net;
using Phase1.Portal.Tokens;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Programs: a token instead of a cookie, and how long it works.</summary>
[Trait("Scenario", "P-11")]
public sealed class TokenTests
{
    [Fact, Trait("Scenario", "S-715")]
    public async Task A_token_is_for_programs_and_a_cookie_for_pages()
    {
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var token = await Programs.TokenAsync(browser, Phase1Roles.Teacher);
        using var program = Programs.With(portal, token);
        using var stranger = Programs.With(portal, "ph1_of-nobody");

        using (var page = await program.GetAsync("/me", Cancellation))
        {
            page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
        foreach (var route in ForwardedRoutes.All)
        {
            var address = string.Join(
                '/',
                route.Pattern.Split('/').Select(segment => segment.StartsWith('{') ? $"{PageRoutesTable.Id}" : segment)
            );
            (await browser.SendAsync(new HttpMethod(route.Method), address, null, null)).StatusCode.ShouldBe(
                HttpStatusCode.Unauthorized,
                route.Pattern
            );
        }
        (await Programs.CodeAsync(stranger, "/v1/batches")).ShouldBe((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR"));
        portal.Others.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_has_no_role_that_its_owner_has_not()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        await browser.GetAsync("/me/tokens");

        var refused = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "30"), (Phase1Roles.Operator, "on"));
        var unknown = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "3000"), (Phase1Roles.Teacher, "on"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words.ShouldContain("Choose at least one role.");
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("update accounts set disabled_at = now()")]
    [InlineData("update accounts set roles = '{school-admin}'")]
    [InlineData("update api_tokens set expires_at = created_at")]
    [InlineData("revoke")]
    [Trait("Scenario", "S-715")]
    public async Task It_ends_with_its_time_its_revocation_its_owner_and_the_owners_role(string end)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        using var program = Programs.With(portal, await Programs.TokenAsync(browser, Phase1Roles.Teacher));
        portal.Others.OnGet("/v1/batches", new { Items = Array.Empty<object>() });
        (await Programs.CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);

        var listed = (await browser.GetAsync("/me/tokens")).Page.QuerySelector("button[name=token]")!.GetAttribute("value")!;
        if (end == "revoke")
        {
            await browser.PostAsync("/me/tokens/revoke", ("token", listed));
        }
        else
        {
            await using var command = portal.Service.Db.CreateCommand($"{end} where user_id = 'user-anna'");
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        (await Programs.CodeAsync(program, "/v1/batches")).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_has_ten_and_sees_the_secret_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var secrets = new List<string>();
        for (var made = 0; made < TokenRules.MostAPerson; made++)
        {
            secrets.Add(await Programs.TokenAsync(browser, Phase1Roles.Teacher));
        }

        var tooMany = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "30"), (Phase1Roles.Teacher, "on"));

        tooMany.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        secrets.ShouldBeUnique();
        var page = await browser.GetAsync("/me/tokens");
        secrets.ShouldAllBe(secret => !page.Text.Contains(secret));
        await using var stored = portal.Service.Db.CreateCommand("select count(*) from api_tokens where token_hash like 'ph1%'");
        (await stored.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_token_makes_twenty_requests_a_second()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        using var program = Programs.With(portal, await Programs.TokenAsync(browser, Phase1Roles.Teacher));
        using var other = Programs.With(portal, await Programs.TokenAsync(browser, Phase1Roles.Teacher));
        portal.Others.OnGet("/v1/batches", new { Items = Array.Empty<object>() });
        for (var requests = 0; requests < TokenLimit.MostASecond; requests++)
        {
            (await Programs.CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await Programs.CodeAsync(program, "/v1/batches")).ShouldBe((HttpStatusCode.TooManyRequests, "RATE_LIMIT"));
        (await Programs.CodeAsync(other, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Service.Advance(TimeSpan.FromSeconds(1));
        (await Programs.CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
