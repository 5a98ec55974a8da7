using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>How long a session goes on, and what ends it. One Portal for all of them, in which each has a person of its own.</summary>
public sealed class SessionTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task A_teachers_session_ends_after_an_hour_without_use()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-1", Phase1Roles.Teacher);

        portal.Service.Advance(TimeSpan.FromMinutes(59));
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Service.Advance(TimeSpan.FromMinutes(59));
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Service.Advance(TimeSpan.FromMinutes(60));

        (await browser.GetAsync("/me")).Location.ShouldBe("/sign-in?return=%2Fme");
    }

    [Fact]
    public async Task However_much_it_is_used_it_ends_after_ten_hours()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-2", Phase1Roles.Teacher);
        for (var quarters = 1; quarters < 20; quarters++)
        {
            portal.Service.Advance(TimeSpan.FromMinutes(30));
            (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        portal.Service.Advance(TimeSpan.FromMinutes(30));

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task One_who_can_do_more_harm_is_signed_out_after_a_quarter_of_an_hour()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-3", Phase1Roles.Teacher, Phase1Roles.Operator);

        portal.Service.Advance(TimeSpan.FromMinutes(15));

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory, Trait("Scenario", "P-05")]
    [InlineData("update accounts set disabled_at = now()", HttpStatusCode.SeeOther)]
    [InlineData("update accounts set roles = '{operator}'", HttpStatusCode.NotFound)]
    public async Task Whoever_is_disabled_or_has_lost_the_role_is_refused_at_once(string change, HttpStatusCode refusal)
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync($"anna-{(int)refusal}", Phase1Roles.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var command = portal.Service.Db.CreateCommand($"{change} where user_id = 'user-anna-{(int)refusal}'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (await browser.GetAsync("/")).StatusCode.ShouldBe(refusal);
    }

    [Fact, Trait("Scenario", "P-06")]
    public async Task A_restart_between_showing_and_sending_a_form_costs_nothing()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-5", Phase1Roles.Teacher);
        await browser.GetAsync("/me");

        await portal.RestartAsync();

        (await browser.PostAsync("/me", ("name", "Anna C"), ("time_zone", "Europe/Helsinki"))).Location.ShouldBe("/me?saved=true");
        (await browser.GetAsync("/me")).Words.ShouldContain("Anna C");
    }

    [Fact]
    public async Task A_person_sees_the_own_sessions_and_ends_one_that_was_left_open()
    {
        var portal = shared.Portal;
        var left = await portal.SignedInAsync("anna-6", Phase1Roles.Teacher);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("login", "anna-6"), ("password", PortalUnderTest.Password));

        var other = (await browser.GetAsync("/me")).Page.QuerySelector("button[name=session]")!.GetAttribute("value")!;
        await browser.PostAsync("/me/sessions/end", ("session", other));

        (await left.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_needs_the_present_one_and_ends_the_other_sessions()
    {
        var portal = shared.Portal;
        var left = await portal.SignedInAsync("anna-7", Phase1Roles.Teacher);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("login", "anna-7"), ("password", PortalUnderTest.Password));
        await browser.GetAsync("/me");

        (await browser.PostAsync("/me/password", ("old", "wrong"), ("password", "a new password"))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await browser.PostAsync("/me/password", ("old", PortalUnderTest.Password), ("password", "anna"))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await browser.PostAsync("/me/password", ("old", PortalUnderTest.Password), ("password", "a new password"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

        (await left.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_sign_in_begins_a_session_with_a_secret_of_its_own_and_ends_the_one_before()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-8", Phase1Roles.Teacher);
        await portal.MakeAsync("berit", Phase1Roles.Teacher);
        var left = portal.Browser();
        left.Cookies.Add(browser.Cookies.GetAllCookies());
        (await left.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        // A form that was opened before anybody had signed in.
        var stranger = portal.Browser();
        await stranger.GetAsync("/sign-in");
        browser.Cookies.Add(stranger.Cookies.GetAllCookies());

        using var form = new FormUrlEncodedContent([
            new("__token", stranger.Token),
            new("login", "berit"),
            new("password", PortalUnderTest.Password),
        ]);
        (await browser.SendAsync(HttpMethod.Post, "/sign-in", form, null)).Location.ShouldBe("/");

        (await browser.GetAsync("/me")).Words.ShouldContain("berit");
        (await left.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact, Trait("Scenario", "P-04")]
    public async Task An_open_page_learns_how_long_its_session_goes_on_without_using_it()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-9", Phase1Roles.Teacher);
        var began = portal.Service.Clock.GetUtcNow();
        await browser.GetAsync("/me");
        portal.Service.Advance(TimeSpan.FromMinutes(30));

        (await UntilAsync(HttpMethod.Get)).ShouldBe(began.AddMinutes(60));
        (await UntilAsync(HttpMethod.Post)).ShouldBe(began.AddMinutes(90));
        portal.Service.Advance(TimeSpan.FromMinutes(60));
        (await browser.GetAsync("/me/session")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        async Task<DateTimeOffset> UntilAsync(HttpMethod method)
        {
            var seen = await browser.SendAsync(method, "/me/session", null, headers => headers.Add("X-Antiforgery", browser.Token));
            using var state = System.Text.Json.JsonDocument.Parse(seen.Text);
            state.RootElement.GetProperty("user").GetString().ShouldBe("user-anna-9");
            return state.RootElement.GetProperty("until").GetDateTimeOffset();
        }
    }

    [Fact]
    public async Task The_language_is_the_browsers_until_the_person_chooses()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("anna-10", Phase1Roles.Teacher);
        (await browser.GetAsync("/me")).Page.DocumentElement.GetAttribute("lang").ShouldBe("en");

        (await browser.PostAsync("/me/language", ("language", "sv"), ("return", "/me"))).Location.ShouldBe("/me");

        var page = await browser.GetAsync("/me");
        page.Page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        page.Page.QuerySelector("h1")!.TextContent.ShouldBe("Mina inställningar");
    }
}
