using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

public sealed partial class SignInTests
{
    [Fact, Trait("Scenario", "P-01")]
    public async Task A_new_installation_leads_to_the_first_person_who_needs_a_link_that_works_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = portal.Browser();
        (await browser.GetAsync("/batches")).Location.ShouldBe("/setup");
        var without = await browser.OpenAsync("/");
        without.Words.ShouldContain("./phase1 portal link");
        without.Page.QuerySelector("form").ShouldBeNull();
        var old = await portal.LinkAsync(LinkPurpose.Setup);
        var link = await portal.LinkAsync(LinkPurpose.Setup);
        (await browser.GetAsync($"/setup?t={old}")).Page.QuerySelector("form").ShouldBeNull();

        (await browser.GetAsync($"/setup?t={link}")).Page.QuerySelector("form").ShouldNotBeNull();
        var refused = await MakeAsync(browser, link, "too short");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Page.QuerySelector("#login")!.GetAttribute("value").ShouldBe("anna");
        var made = await MakeAsync(browser, link, PortalUnderTest.Password, "Europe/Helsinki");

        made.Location.ShouldBe("/");
        (await browser.GetAsync("/me")).Page.QuerySelector("#time_zone")!.GetAttribute("value").ShouldBe("Europe/Helsinki");
        (await portal.Browser().GetAsync($"/setup?t={link}")).Location.ShouldBe("/");
        (await portal.Browser().GetAsync("/")).Location.ShouldBe("/sign-in?return=%2F");
    }

    [Fact, Trait("Scenario", "P-01")]
    public async Task A_link_ends_after_a_day()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var link = await portal.LinkAsync(LinkPurpose.Setup);

        portal.Service.Advance(OneTimeLinks.ValidFor(LinkPurpose.Setup));

        (await portal.Browser().GetAsync($"/setup?t={link}")).Page.QuerySelector("form").ShouldBeNull();
    }

    // As by a double click.
    [Fact]
    public async Task Of_sign_ins_at_the_same_moment_none_is_refused()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var browsers = Enumerable.Range(0, 6).Select(_ => portal.Browser()).ToList();
        await Task.WhenAll(browsers.Select(browser => browser.GetAsync("/sign-in")));

        var answers = await Task.WhenAll(browsers.Select(browser => TryAsync(browser, "anna", PortalUnderTest.Password)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
    }

    [Fact, Trait("Scenario", "P-02")]
    public async Task After_ten_failures_the_right_password_is_refused_for_a_quarter_of_an_hour_and_nobody_learns_who_exists()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");

        var wrong = await TryAsync(browser, "anna", "wrong password");
        var unknown = await TryAsync(browser, "nobody", "wrong password");
        for (var failures = 1; failures < Accounts.MostFailures; failures++)
        {
            await TryAsync(browser, "anna", "wrong password");
        }
        var locked = await TryAsync(browser, "anna", PortalUnderTest.Password);
        portal.Service.Advance(Accounts.LockedFor - TimeSpan.FromSeconds(1));
        var stillLocked = await TryAsync(browser, "anna", PortalUnderTest.Password);
        portal.Service.Advance(TimeSpan.FromSeconds(2));
        var open = await TryAsync(browser, "anna", PortalUnderTest.Password);

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Alike(unknown, "nobody").ShouldBe(Alike(wrong, "anna"));
        Alike(locked, "anna").ShouldBe(Alike(wrong, "anna"));
        stillLocked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        open.Location.ShouldBe("/");
    }

    [Fact]
    public async Task From_one_address_thirty_passwords_a_minute_are_tried()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");
        for (var attempts = 0; attempts < AttemptLimit.MostAMinute; attempts++)
        {
            (await browser.PostAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        portal.Service.Advance(TimeSpan.FromSeconds(20));
        var refused = await browser.PostAsync("/sign-in");
        (refused.StatusCode, refused.Headers["Retry-After"]).ShouldBe((HttpStatusCode.TooManyRequests, "40"));

        portal.Service.Advance(TimeSpan.FromMinutes(1));
        (await TryAsync(browser, "anna", PortalUnderTest.Password)).Location.ShouldBe("/");
    }

    [Theory, Trait("Scenario", "P-09")]
    [InlineData("/me", "/me")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    public async Task Whoever_signs_in_goes_on_to_a_page_of_this_site_alone(string asked, string gone)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");

        var answer = await browser.PostAsync("/sign-in", ("login", "anna"), ("password", PortalUnderTest.Password), ("return", asked));

        answer.Location.ShouldBe(gone);
    }

    [Fact]
    public async Task The_zone_is_that_of_the_computer_of_the_first_sign_in_until_the_person_takes_another()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var browser = portal.Browser();

        (await ZoneAfterAsync("No/Where")).ShouldBe("Europe/Stockholm");
        (await ZoneAfterAsync("America/New_York")).ShouldBe("America/New_York");
        (await ZoneAfterAsync("Asia/Tokyo")).ShouldBe("America/New_York");
        (await browser.PostAsync("/me/zone", ("zone", "No/Where"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/me/zone", ("zone", "Asia/Tokyo"), ("return", "/me"))).Location.ShouldBe("/me");
        (await ZoneAsync()).ShouldBe("Asia/Tokyo");

        async Task<string?> ZoneAfterAsync(string zone)
        {
            browser = portal.Browser();
            await browser.GetAsync("/sign-in");
            await browser.PostAsync("/sign-in", ("login", "anna"), ("password", PortalUnderTest.Password), ("zone", zone));
            return await ZoneAsync();
        }

        async Task<string?> ZoneAsync() => (await browser.GetAsync("/me")).Page.QuerySelector("#time_zone")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_link_sets_a_new_password_ends_the_lock_and_the_sessions()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var elsewhere = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var link = await portal.LinkAsync(LinkPurpose.Password, "user-anna");
        var browser = portal.Browser();
        await browser.GetAsync($"/password?t={link}");

        (await browser.PostAsync("/password", ("t", link), ("password", "a new password"))).Location.ShouldBe("/sign-in");

        (await elsewhere.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await portal.Browser().GetAsync($"/password?t={link}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        await browser.GetAsync("/sign-in");
        (await TryAsync(browser, "anna", PortalUnderTest.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(browser, "anna", "a new password")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task The_audit_says_who_did_what_and_cannot_be_changed()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        portal.Service.Advance(TimeSpan.FromSeconds(1));
        await browser.GetAsync("/me");
        await browser.PostAsync("/sign-out");

        await using var acts = portal.Service.Db.CreateCommand("select string_agg(act, ' ' order by at, id) from audit");
        (await acts.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe("signed_in signed_out");
        await ExecuteAsync("insert into audit (id, at, act) values (gen_random_uuid(), now(), 'signed_in')");
        foreach (var change in new[] { "update audit set act = 'signed_in'", "delete from audit where at > now() - interval '1 day'" })
        {
            (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(change))).MessageText.ShouldContain("audit is not changed");
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = portal.Service.Db.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    static Task<Seen> MakeAsync(Browser browser, string link, string password, string zone = "") =>
        browser.PostAsync(
            "/setup",
            ("t", link),
            ("name", "Anna B"),
            ("login", "anna"),
            ("password", password),
            ("teacher", "on"),
            ("zone", zone)
        );

    static Task<Seen> TryAsync(Browser browser, string login, string password) =>
        browser.PostAsync("/sign-in", ("login", login), ("password", password));

    // But for what is another in each answer: the token, the time, and the login that was typed.
    static string Alike(Seen seen, string login) =>
        Changing().Replace(seen.Text, "").Replace($"value=\"{login}\"", "value=\"\"", StringComparison.Ordinal);

    [GeneratedRegex("name=\"__token\" value=\"[^\"]*\"|name=\"now\" content=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Changing();
}
