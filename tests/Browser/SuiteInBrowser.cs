using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Phase1.Events;
using Phase1.Portal;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Suites;

[assembly: AssemblyFixture(typeof(Phase1.Browser.Tests.SuiteInBrowser))]
// Most of a test is waiting for a browser. Those that would disturb others are alone.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All)]

namespace Phase1.Browser.Tests;

/// <summary>All services and the Portal in this process, and one browser that looks at them: Debian's Chromium.</summary>
public sealed partial class SuiteInBrowser : IAsyncLifetime
{
    internal const string Password = "correct horse battery";

    static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    readonly SemaphoreSlim _signingIn = new(1);

    IPlaywright? _playwright;
    IBrowser? _browser;
    Phase1TestContext? _context;

    internal Phase1TestContext Context => _context!;

    internal Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Programs, File.Exists) is not { } program)
        {
            return;
        }
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, ChromiumSandbox = !Environment.IsPrivilegedProcess }
        );
        _context = new Phase1TestContext(await SuiteUnderTest.StartAsync(portal: HashQuickly));
        using var portal = Context.Suite.Client(SuiteUnderTest.Portal);
        Address = portal.BaseAddress!;
        await MakeAsync("head", Phase1Roles.SchoolAdmin);
    }

    /// <summary>A visit by somebody who has not signed in.</summary>
    internal async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "Chromium is missing: apt-get install chromium");
        options ??= new();
        options.BaseURL = Address.ToString();
        options.Locale ??= "en-GB";
        options.TimezoneId ??= "Europe/Stockholm";
        return await Visit.StartAsync(await _browser!.NewContextAsync(options));
    }

    /// <summary>A visit by a person who has signed in; made if there is none of that id.</summary>
    internal async Task<Visit> SignedInAsync(string userId, BrowserNewContextOptions? options = null, params string[] roles)
    {
        var visit = await VisitAsync(options);
        await MakeAsync(userId, roles is [] ? [Phase1Roles.Teacher] : roles);
        await SignInAsync(visit.Context.APIRequest, userId);
        return visit;
    }

    // By a link of the Development environment, without a page and a password, of which an address has thirty a minute.
    async Task SignInAsync(IAPIRequestContext browser, string userId)
    {
        await _signingIn.WaitAsync();
        try
        {
            var link = await LinkAsync(LinkPurpose.Development, userId);
            var asked = await browser.GetAsync($"/sign-in/development?t={link}", new() { Headers = [new("Accept", "text/html")] });
            var form = browser.CreateFormData();
            form.Set("__token", FormToken().Match(await asked.TextAsync()).Groups[1].Value).Set("t", link);
            var answer = await browser.PostAsync("/sign-in/development", new() { Form = form, MaxRedirects = 0 });
            answer.Status.ShouldBe(303);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>The secret of a new link for a person; the latest of its purpose ends the others.</summary>
    internal async Task<string> LinkAsync(LinkPurpose purpose, string userId)
    {
        await using var scope = Context.Suite.Services[^1].CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().MakeAsync(purpose, userId, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        return link;
    }

    /// <summary>Signs in on the page that asks for it.</summary>
    internal static async Task SignInAsync(IPage page, string userId)
    {
        await page.Locator("#login").FillAsync(userId);
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("#password").PressAsync("Enter");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("sign-in"));
    }

    /// <summary>A batch of a class whose suggestions have come; each text says what it is told.</summary>
    /// <param name="essays">How many.</param>
    /// <param name="text">Each text.</param>
    /// <param name="teacher">Whose batch it is; somebody new when not given.</param>
    internal async Task<TestBatch> SuggestedAsync(int essays, Func<int, TestStudent, string> text, string? teacher = null)
    {
        Assert.SkipWhen(_browser is null, "Chromium is missing: apt-get install chromium");
        var batch = await Context.CreateBatchAsync(BatchKind.Regular, CourseCode.Eng6, essays, text, teacher);
        await Context.WaitForSuggestionsAsync(batch);
        return batch;
    }

    /// <summary>A file of the batch is told of by one who may not: the record becomes a dead letter.</summary>
    internal async Task FailAsync(TestBatch batch, string fileName)
    {
        var content = new BatchFacts(1) { UserId = batch.Teacher }.Content(1);
        await Context.Suite.FeedAsync(content with { BatchId = batch.Id, OriginalFileName = fileName }, ServiceNames.Nlp);
        await Context.Suite.DrainAsync();
    }

    /// <summary>Waits for what comes to a page by itself, by its stream, while the suite's clock goes on.</summary>
    internal Task FlowUntilAsync(ILocator shown) =>
        Eventually.BecomesTrueAsync(
            async () =>
            {
                await Context.FlowAsync();
                return await shown.IsVisibleAsync();
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>How many files of a batch File Intake has.</summary>
    internal async Task<int> FilesAsync(Guid batchId)
    {
        await using var command = Context
            .Suite.Database(SuiteUnderTest.FileIntake)
            .CreateCommand("select count(*)::int from file_uploads where batch_id = $1");
        command.Parameters.Add(new() { Value = batchId });
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        _signingIn.Dispose();
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            _playwright!.Dispose();
            await Context.Suite.DisposeAsync();
        }
    }

    // A unit test sees to how long it takes in earnest.
    static void HashQuickly(WebApplicationBuilder builder) =>
        builder.Host.ConfigureContainer<IServiceCollection>(
            (_, services) => services.AddSingleton(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
        );

    /// <summary>Makes a person, unless there is one of that id.</summary>
    internal async Task MakeAsync(string userId, params string[] roles)
    {
        await using var scope = Context.Suite.Services[^1].CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        if (await accounts.FindByIdAsync(userId) is null)
        {
            var account = new Account
            {
                Id = userId,
                UserName = userId,
                DisplayName = "Anna Berg",
                Roles = roles,
                OrgId = SuiteUnderTest.School,
                CreatedAt = Context.Suite.Clock.GetUtcNow(),
            };
            (await accounts.CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        }
    }

    [GeneratedRegex("name=\"__token\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();
}
