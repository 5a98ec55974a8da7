using System.Net;
using Npgsql;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Who may sign in, and as what, is a school administrator's business.</summary>
public sealed class PeopleTests
{
    [Fact, Trait("Scenario", "S-670")]
    public async Task An_invited_person_chooses_a_password_by_a_link_that_works_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/new");
        var made = await admin.PostAsync("/school/people", ("name", "Bo <b>"), ("login", "bo@school.se"), (Phase1Roles.Teacher, "on"));
        var link = LinkOf(made);
        var browser = portal.Browser();
        await browser.GetAsync("/sign-in");

        (await browser.PostAsync("/sign-in", ("login", "bo@school.se"), ("password", ""))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        (await browser.GetAsync(link.PathAndQuery)).Words.ShouldContain("bo@school.se");
        var secret = link.Query["?t=".Length..];
        (await browser.PostAsync("/invite", ("t", secret), ("password", "short"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var begun = await browser.PostAsync("/invite", ("t", secret), ("password", PortalUnderTest.Password), ("zone", "Asia/Tokyo"));
        begun.Location.ShouldBe("/");

        var me = (await browser.GetAsync("/me")).Page;
        (me.QuerySelector("#name")!.GetAttribute("value"), me.QuerySelector("#time_zone")!.GetAttribute("value")).ShouldBe(
            ("Bo <b>", "Asia/Tokyo")
        );
        (await portal.Browser().GetAsync(link.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var late = portal.Browser();
        await late.GetAsync("/sign-in");
        (await late.PostAsync("/invite", ("t", secret), ("password", "another password"))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await admin.GetAsync("/school/people")).Words.ShouldContain("Bo <b>");
    }

    [Fact, Trait("Scenario", "S-670")]
    public async Task An_invitation_ends_after_three_days_and_by_the_next_one()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/new");
        var first = LinkOf(await admin.PostAsync("/school/people", ("name", "Bo"), ("login", "bob"), (Phase1Roles.Teacher, "on")));
        var person = (await admin.GetAsync("/school/people")).Page.QuerySelectorAll("tbody a").Single(a => a.TextContent == "Bo");
        var second = LinkOf(await admin.PostAsync($"{person.GetAttribute("href")}/link"));

        (await admin.GetAsync(first.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        portal.Service.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        (await portal.Browser().GetAsync(second.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Service.Advance(TimeSpan.FromSeconds(1));

        (await portal.Browser().GetAsync(second.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_is_wrong_with_an_invitation_is_said_at_its_field()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/new");

        var empty = await admin.PostAsync("/school/people", ("name", ""), ("login", "x"));
        var taken = await admin.PostAsync("/school/people", ("name", "Bo"), ("login", "ADMIN"), (Phase1Roles.Teacher, "on"));

        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Page.QuerySelectorAll(".wrong").Length.ShouldBe(3);
        taken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        taken.Words.ShouldContain("Somebody has this login.");
    }

    [Fact, Trait("Scenario", "P-05")]
    public async Task A_role_that_is_taken_and_a_person_who_is_disabled_end_every_session_at_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        var anna = await portal.SignedInAsync("anna", Phase1Roles.Teacher, Phase1Roles.Operator);
        var bo = await portal.SignedInAsync("bo", Phase1Roles.Teacher);
        var bosLink = new Uri((await LinkForAsync(admin, "user-bo")).Address);

        (await admin.PostAsync("/school/people/user-anna", ("name", "Anna"), (Phase1Roles.Teacher, "on"))).Location.ShouldBe(
            "/school/people/user-anna?saved=true"
        );
        (await admin.PostAsync("/school/people/user-bo/state", ("state", "disabled"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await anna.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await bo.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await bo.GetAsync(bosLink.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        await SignInAsync(bo, "bo", HttpStatusCode.UnprocessableEntity);
        await admin.PostAsync("/school/people/user-bo/state", ("state", "enabled"));
        await SignInAsync(bo, "bo", HttpStatusCode.SeeOther);
        var acts = await ActsAsync(portal);
        acts.ShouldContain("account_changed user-anna");
        acts.ShouldContain("account_disabled user-bo");
    }

    [Fact, Trait("Scenario", "P-42")]
    public async Task Nobody_takes_the_administration_from_themselves()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/user-admin");

        var changed = await admin.PostAsync("/school/people/user-admin", ("name", "A"), (Phase1Roles.Teacher, "on"));
        var disabled = await admin.PostAsync("/school/people/user-admin/state", ("state", "disabled"));

        changed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        changed.Words.ShouldContain("Nobody takes the administration of people from themselves");
        disabled.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await admin.PostAsync("/school/people/user-admin", ("name", "A"), (Phase1Roles.SchoolAdmin, "on"))).Location.ShouldNotBeNull();
        (await admin.GetAsync("/school/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // The other one has just lost the role, in a transaction that is not committed yet.
    [Theory, Trait("Scenario", "P-42")]
    [InlineData("", "teacher")]
    [InlineData("/state", "state")]
    public async Task Of_two_who_take_it_from_each_other_at_the_same_moment_one_keeps_it(string act, string field)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/user-head");
        await using var connection = await portal.Service.Db.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, "update accounts set roles = '{teacher}' where user_id = 'user-admin'");

        var refused = admin.PostAsync($"/school/people/user-head{act}", ("name", "Head"), (field, "disabled"));
        await Eventually.BecomesTrueAsync(() => WaitsForRowAsync(portal), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        var answer = await refused;
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        answer.Words.ShouldContain("the last person who can administer people");
    }

    [Fact]
    public async Task A_person_who_does_not_exist_is_not_found()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        await admin.GetAsync("/school/people/new");

        (await admin.GetAsync("/school/people/nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("/school/people/nobody/link")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("/school/people/nobody/state", ("state", "disabled"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("/school/people/user-admin/state", ("state", "gone"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    static async Task SignInAsync(Browser browser, string login, HttpStatusCode status)
    {
        await browser.GetAsync("/sign-in");
        (await browser.PostAsync("/sign-in", ("login", login), ("password", PortalUnderTest.Password))).StatusCode.ShouldBe(status);
    }

    static async Task<(string Address, Seen Seen)> LinkForAsync(Browser admin, string userId)
    {
        await admin.GetAsync($"/school/people/{userId}");
        var seen = await admin.PostAsync($"/school/people/{userId}/link");
        return (LinkOf(seen).ToString(), seen);
    }

    static Uri LinkOf(Seen seen) => new(seen.Page.QuerySelector("pre code")!.TextContent);

    static async Task<string> ActsAsync(PortalUnderTest portal)
    {
        await using var acts = portal.Service.Db.CreateCommand(
            "select string_agg(act || ' ' || subject, ', ' order by id) from audit where user_id = 'user-admin'"
        );
        return (string)(await acts.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static async Task<bool> WaitsForRowAsync(PortalUnderTest portal)
    {
        await using var waiting = portal.Service.Db.CreateCommand(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
        );
        return (bool)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
