using Microsoft.Playwright;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>Pages that lose their server in the middle of something, and find it again.</summary>
[Collection(nameof(Alone))]
public sealed class LostConnectionTests(SuiteInBrowser suite)
{
    // What is lost in the middle is lost of any number.
    static readonly int Files = Repetitions.IsWhole ? 100 : 30;

    // Twenty where there is time for them: each is as the others.
    static readonly int Cuts = Repetitions.Of(20);

    // Once because the connection is back, and once because the stream is.
    const int MostQuestions = 2;

    [Fact, Trait("Scenario", "P-27")]
    public async Task A_page_that_lost_the_connection_or_was_hidden_is_current_once_it_is_back()
    {
        var batch = await suite.SuggestedAsync(Cuts + 3, (_, student) => Phase1TestContext.TextBy(student));
        var rows = (await suite.Context.AssociationsAsync(batch)).EnumerateArray().Select(row => row.GetProperty("essay_id").GetGuid());
        var left = new Queue<Guid>(rows);
        await using var visit = await suite.SignedInAsync(batch.Teacher);
        visit.Expect("net::ERR_");
        visit.Expect("503");
        await visit.OnlyWhenToldAsync();
        var board = await new BoardPage(visit.Page).OpenAsync(batch.Id);
        var asked = 0;
        visit.Page.RequestFinished += (_, request) => asked += request.Url.Contains("/review/rows", StringComparison.Ordinal) ? 1 : 0;

        for (var cuts = 0; cuts < Cuts; cuts++)
        {
            await visit.Context.SetOfflineAsync(true);
            await DecideAsync();
            await IsCurrentAfterAsync(() => visit.Context.SetOfflineAsync(false));
        }
        await ShowAsync("hidden");
        await DecideAsync();
        await IsCurrentAfterAsync(() => ShowAsync("visible"));
        await suite.Context.Suite.BreakAsync(SuiteUnderTest.Portal);
        await DecideAsync();
        await IsCurrentAfterAsync(() => suite.Context.Suite.StartAgainAsync(SuiteUnderTest.Portal));

        // How long it takes says nothing on a busy machine; how often it asks until it knows does.
        async Task IsCurrentAfterAsync(Func<Task> back)
        {
            asked = 0;
            await back();
            await board.ShowsAsync($"{Cuts + 3 - left.Count} of {Cuts + 3}");
            asked.ShouldBeLessThanOrEqualTo(MostQuestions);
        }

        // Decisions before the release leave no record: nobody is told but by the Portal, which this one has gone past.
        async Task DecideAsync() =>
            await suite.Context.DecideAsync(
                batch,
                [
                    new
                    {
                        essay_id = left.Dequeue(),
                        action = "unknown",
                        association_version = 0,
                    },
                ]
            );

        Task ShowAsync(string state) =>
            visit.Page.EvaluateAsync(
                """
                (state) => {
                  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
                  document.dispatchEvent(new Event('visibilitychange'));
                }
                """,
                state
            );
    }

    [Fact, Trait("Scenario", "P-17")]
    public async Task Whoever_ends_in_the_middle_and_starts_again_costs_retries_alone()
    {
        await using var visit = await suite.SignedInAsync("uploads-broken");
        visit.Expect("net::ERR_");
        visit.Expect("503");
        var upload = await new UploadPage(visit.Page).OpenAsync();
        await upload.DropAsync(UploadPage.Texts(Files));
        await Expect(upload.Files).ToHaveCountAsync(Files);
        // So that there is a middle: four at a time, each a fifth of a second.
        var line = await visit.Context.NewCDPSessionAsync(visit.Page);
        await line.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 200,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = -1,
            }
        );
        await upload.Button.ClickAsync();

        await BreakAsync(SuiteUnderTest.Portal, after: Files / 5);
        await BreakAsync(SuiteUnderTest.FileIntake, after: Files / 2);
        var batch = await upload.DoneAsync();

        (await suite.FilesAsync(batch)).ShouldBe(Files);

        async Task BreakAsync(string service, int after)
        {
            await Eventually.BecomesTrueAsync(
                async () => await upload.Arrived.CountAsync() >= after,
                TestContext.Current.CancellationToken
            );
            await suite.Context.Suite.BreakAsync(service);
            await Expect(visit.Page.GetByText("trying again").First).ToBeVisibleAsync();
            await suite.Context.Suite.StartAgainAsync(service);
        }
    }
}
