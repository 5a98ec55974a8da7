using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets;
using Phase1.Tickets.Sops;

namespace Phase1.Integration.Tests.Tickets.Sops;

/// <summary>
/// A request for what is held about a student: everything is counted, approved, put together and handed over; and one for what is wrong: it is approved, and
/// corrected where it is kept.
/// </summary>
public sealed class AccessRequestTests(DataRequestsUnderTest requests) : IClassFixture<DataRequestsUnderTest>
{
    const string Corrections = "/internal/v1/privacy/students/.*";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_every_service_holds_is_handed_out_once_it_is_approved_with_numbers_for_teachers()
    {
        var address = await requests.OpenAsync("DSAR_ACCESS");
        (await requests.AnswerAsync()).ShouldBe(CollectionPurpose.Access);
        await requests.AtAsync(address, "approval");
        using var early = await requests.Officer.GetAsync($"{address}/package", Token);
        (await TicketsUnderTest.ReadAsync(early, HttpStatusCode.Conflict))["code"]!.ToString().ShouldBe("PACKAGE_NOT_READY");
        using var stranger = requests.Service.As("teacher-1", "teacher");
        using var hidden = await stranger.GetAsync($"{address}/package", Token);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await requests.DecideAsync(address, new { decision = "approve" });
        await requests.AtAsync(address, "delivery");

        var files = await requests.PackageAsync(address);

        Of(files)
            .ShouldBe(
                ["about.txt", "class_management_service/associations.json", "class_management_service/texts/1.txt", "manifest.json"],
                ignoreOrder: true
            );
        Encoding.UTF8.GetString(files["class_management_service/associations.json"]).ShouldNotContain("anna@school");
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        ((int)manifest["counts"]!["class_management_service"]!["associations"]!).ShouldBe(2);
        foreach (var file in manifest["files"]!.AsArray())
        {
            ((string)file!["sha256"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[(string)file["name"]!])));
        }
        (await requests.Officer.GetStringAsync($"{address}/history", Token)).ShouldContain("package read");

        await requests.DecideAsync(address, new { decision = "delivered" });
        ((string?)(await requests.EndedAsync(address))["outcome"]).ShouldBe("delivered");
        using var late = await requests.Officer.GetAsync($"{address}/package", Token);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_is_exported_is_the_same_without_words_for_people()
    {
        var address = await requests.OpenAsync("DSAR_EXPORT");
        (await requests.AnswerAsync()).ShouldBe(CollectionPurpose.Export);
        await requests.AtAsync(address, "approval");
        await requests.DecideAsync(address, new { decision = "approve" });
        await requests.AtAsync(address, "delivery");

        Of(await requests.PackageAsync(address))
            .ShouldBe(
                ["class_management_service/associations.json", "class_management_service/texts/1.txt", "manifest.json"],
                ignoreOrder: true
            );

        await requests.DecideAsync(address, new { decision = "delivered" });
        ((string?)(await requests.EndedAsync(address))["outcome"]).ShouldBe("delivered");
    }

    [Fact]
    public async Task The_time_for_an_answer_is_made_longer_once_and_what_was_found_may_be_collected_again()
    {
        var address = await requests.OpenAsync("DSAR_EXPORT");
        await requests.AnswerAsync();
        var before = (DateTimeOffset)(await requests.AtAsync(address, "approval"))["deadline"]!;
        await RefusedAsync(address, new { decision = "extend", data = new { months = 1 } }, HttpStatusCode.BadRequest);
        await RefusedAsync(address, Extension(3), HttpStatusCode.BadRequest);

        var longer = await requests.DecideAsync(address, Extension(2));

        ((DateTimeOffset)longer["deadline"]! - before).TotalDays.ShouldBeInRange(58, 63);
        (TicketsUnderTest.Status(longer), (int?)longer["metadata"]!["extended_by_months"]).ShouldBe(("deferred", 2));
        await RefusedAsync(address, Extension(1), HttpStatusCode.Conflict);
        await requests.DecideAsync(address, new { decision = "approve" });
        await requests.AtAsync(address, "delivery");

        await requests.DecideAsync(address, new { decision = "recollect" });

        await requests.AnswerAsync();
        await requests.AtAsync(address, "approval");
        await requests.DecideAsync(address, new { decision = "approve" });
        await requests.AtAsync(address, "delivery");
        await requests.DecideAsync(address, new { decision = "delivered" });
        await requests.EndedAsync(address);
    }

    [Fact]
    [Trait("Scenario", "TC-X09")]
    public async Task That_a_deadline_comes_near_is_told_once_by_whichever_process_looks_first()
    {
        var address = await requests.OpenAsync("DSAR_RECTIFY", Details(DataRequestsUnderTest.Student));
        var ticket = await requests.AtAsync(address, "approval");
        var watch = requests.Service.Services.GetRequiredService<DeadlineWatch>();
        await TellAsync(watch);
        (await ToldAsync(ticket)).ShouldBe(0);
        requests.Service.Advance((DateTimeOffset)ticket["deadline"]! - TimeSpan.FromDays(7) - requests.Service.Clock.GetUtcNow());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync(watch)));
        // Those that looked at once step over one another's rows; this one finds what was told.
        await TellAsync(watch);

        await requests.Service.DrainAsync();
        (await ToldAsync(ticket)).ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_that_ended_long_ago_forgets_whom_it_was_about()
    {
        var address = await requests.OpenAsync("DSAR_EXPORT");
        await requests.AnswerAsync();
        await requests.AtAsync(address, "approval");
        await requests.DecideAsync(address, new { decision = "reject", note = "Asked by Zebedea herself." });
        await using (var scope = requests.Service.Services.CreateAsyncScope())
        {
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await ClosedTickets.ForgetAsync(work, requests.Service.Clock.GetUtcNow().AddDays(-1), Token);
            (await requests.Officer.GetStringAsync(address, Token)).ShouldContain("Zebedea", Case.Sensitive, "not yet");
            await ClosedTickets.ForgetAsync(work, requests.Service.Clock.GetUtcNow().AddDays(1), Token);
        }

        var whole =
            await requests.Officer.GetStringAsync(address, Token) + await requests.Officer.GetStringAsync($"{address}/history", Token);
        foreach (var gone in new[] { "Zebedea", "guardian@", "officer-1", DataRequestsUnderTest.Student.ToString() })
        {
            whole.ShouldNotContain(gone);
        }
        var left = JsonNode.Parse(await requests.Officer.GetStringAsync(address, Token))!;
        ((string?)left["status"], (string?)left["outcome"]).ShouldBe(("cancelled", "rejected"));
        left["metadata"]!["stages"]!["collection"]!["result"]!["answers"]!.AsObject().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_wrong_is_corrected_where_it_is_kept_and_leaves_the_ticket()
    {
        (string Officer, string? Body) corrected = default;
        requests.Service.Others.On(
            HttpMethod.Put,
            Corrections,
            async request =>
            {
                corrected = (request.Headers.GetValues("X-User-ID").Single(), await request.Content!.ReadAsStringAsync(Token));
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            }
        );
        var address = await requests.OpenAsync("DSAR_RECTIFY", Details(DataRequestsUnderTest.Student));
        await requests.AtAsync(address, "approval");
        corrected.Body.ShouldBeNull();

        await requests.DecideAsync(address, new { decision = "approve" });

        var ended = await requests.EndedAsync(address);
        ((string?)ended["outcome"]).ShouldBe("rectified");
        (corrected.Officer, JsonNode.Parse(corrected.Body!)!.ToJsonString()).ShouldBe(
            ("officer-1", """{"first_name":"Zebedea","email":""}""")
        );
        ended["metadata"]!.ToJsonString().ShouldNotContain("Zebedea");
        await using var tasks = requests.Service.Db.CreateCommand(
            $"select count(*) from work_tasks where correlation_id = '{ended["ticket_id"]}' and context::text like '%Zebedea%'"
        );
        (await tasks.ExecuteScalarAsync(Token)).ShouldBe(0L);
        ended["metadata"]!["stages"]!["apply"]!["result"]!["fields"]!
            .AsArray()
            .Select(name => (string)name!)
            .ShouldBe(["email", "first_name"]);
    }

    [Fact]
    public async Task A_correction_that_nobody_applies_leaves_the_ticket_too_and_is_of_the_student_who_was_identified()
    {
        using var posted = await requests.Officer.PostAsJsonAsync(
            "/v1/tickets",
            new
            {
                sop = "DSAR_RECTIFY",
                email = "guardian@example.com",
                details = Details(Guid.Parse("0190c0de-0000-7000-8000-0000000000bb")),
            },
            Token
        );
        await TicketsUnderTest.ReadAsync(posted, HttpStatusCode.Created);
        var address = posted.Headers.Location!.ToString();
        await requests.AtAsync(address, "identity");
        using var other = await requests.Officer.PostAsJsonAsync(
            $"{address}/decision",
            new { decision = "identified", data = new { student_ids = new[] { DataRequestsUnderTest.Student } } },
            Token
        );
        await TicketsUnderTest.ReadAsync(other, HttpStatusCode.BadRequest);

        using var cancelled = await requests.Officer.PostAsJsonAsync($"{address}/cancel", new { reason = "withdrawn" }, Token);

        (await TicketsUnderTest.ReadAsync(cancelled))["metadata"]!.ToJsonString().ShouldNotContain("Zebedea");
        (await requests.Officer.GetStringAsync(address, Token)).ShouldNotContain("Zebedea");
    }

    [Theory]
    [InlineData("null", "MISSING_REQUIRED_FIELD")]
    [InlineData("""{"correction_details": "x"}""", "VALIDATION_ERROR")]
    [InlineData("""{"correction_details": {"kind": "student_record", "student_id": "x", "email": ""}}""", "VALIDATION_ERROR")]
    [InlineData("""{"correction_details": {"kind": "grade"}}""", "VALIDATION_ERROR")]
    [InlineData(
        """{"correction_details": {"kind": "student_record", "student_id": "0190c0de-0000-7000-8000-0000000000aa"}}""",
        "MISSING_REQUIRED_FIELD"
    )]
    [InlineData(
        """{"correction_details": {"kind": "student_record", "student_id": "0190c0de-0000-7000-8000-0000000000aa", "shoe": "41"}}""",
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"correction_details": {"kind": "student_record", "student_id": "0190c0de-0000-7000-8000-0000000000aa", "email": 7}}""",
        "VALIDATION_ERROR"
    )]
    public async Task Whoever_wants_something_corrected_says_what(string details, string code)
    {
        using var content = new StringContent(
            $$"""{"sop": "DSAR_RECTIFY", "email": "guardian@example.com", "details": {{details}}}""",
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );
        using var answer = await requests.Officer.PostAsync("/v1/tickets", content, Token);

        (await TicketsUnderTest.ReadAsync(answer, HttpStatusCode.BadRequest))["code"]!.ToString().ShouldBe(code);
    }

    async Task TellAsync(DeadlineWatch watch)
    {
        await using var scope = requests.Service.Services.CreateAsyncScope();
        await watch.TellAsync(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), Token);
    }

    async Task<int> ToldAsync(JsonNode ticket) =>
        (await requests.Service.Log.FactsAsync<TicketDeadlineApproaching>(Token)).Count(fact =>
            fact.Data.TicketId == (string?)ticket["ticket_id"]
        );

    // Other requests about the student, which are the student's data too, are those of other tests.
    static IEnumerable<string> Of(Dictionary<string, byte[]> files) =>
        files.Keys.Where(name => !name.StartsWith($"{ServiceNames.Tickets}/", StringComparison.Ordinal));

    static object Extension(int months) =>
        new
        {
            decision = "extend",
            note = "Many essays.",
            data = new { months },
        };

    async Task RefusedAsync(string address, object decision, HttpStatusCode expected)
    {
        using var answer = await requests.Officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        await TicketsUnderTest.ReadAsync(answer, expected);
    }

    static object Details(Guid student) =>
        new
        {
            correction_details = new
            {
                kind = "student_record",
                student_id = student,
                first_name = "Zebedea",
                email = "",
            },
        };
}
