using Microsoft.Playwright;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Browser.Tests;

/// <summary>
/// One person's browser: a context of its own. Ends with a failure where the page complained, or a request failed that was not to. Whoever stands
/// between a page and the server does so before the page is opened: an open one may send its next request past.
/// </summary>
sealed class Visit : IAsyncDisposable
{
    /// <summary>What is waited for anything, in milliseconds: long, for a busy machine's sake.</summary>
    internal static readonly float Patience = (float)Eventually.Patience.TotalMilliseconds;

    readonly List<string> _complaints = [];
    readonly List<string> _expected = [];

    Visit(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
    }

    internal IBrowserContext Context { get; }

    internal IPage Page { get; }

    /// <summary>How often a page asked whether it may be left; it was.</summary>
    internal int LeavingAsked { get; private set; }

    internal static async Task<Visit> StartAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Watch(visit.Page);
        return visit;
    }

    /// <summary>Another tab of the same person.</summary>
    internal async Task<IPage> TabAsync()
    {
        var page = await Context.NewPageAsync();
        Watch(page);
        return page;
    }

    /// <summary>
    /// Has the page look for news only when it is told of some, or comes back: it looks every minute anyway, which would hide that it was not told.
    /// </summary>
    internal Task OnlyWhenToldAsync() =>
        Page.AddInitScriptAsync(
            """
            const set = window.setTimeout;
            window.setTimeout = (act, milliseconds, ...rest) => milliseconds >= 30000 ? 0 : set(act, milliseconds, ...rest);
            """
        );

    /// <summary>A complaint that holds this text is part of the test.</summary>
    internal void Expect(string text) => _expected.Add(text);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _complaints.Where(complaint => !_expected.Exists(text => complaint.Contains(text, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    void Watch(IPage page)
    {
        // Policy violations are errors of the console, too.
        page.Console += (_, message) => Complain(message.Type == "error", $"{message.Text} ({message.Location})");
        page.PageError += (_, error) => Complain(true, error);
        page.RequestFailed += (_, request) =>
            Complain(request.Failure != "net::ERR_ABORTED", $"{request.Method} {request.Url} {request.Failure}");
        page.Response += (_, response) => Complain(response.Status >= 500, $"{response.Request.Method} {response.Url} {response.Status}");
        page.Dialog += async (_, dialog) =>
        {
            Complain(dialog.Type != DialogType.BeforeUnload, $"dialog {dialog.Message}");
            LeavingAsked++;
            await dialog.AcceptAsync();
        };
    }

    void Complain(bool isOne, string text)
    {
        if (isOne)
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
