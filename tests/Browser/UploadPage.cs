using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Phase1.Browser.Tests;

/// <summary>The page on which a teacher uploads a batch; counts the files that it sends, and how many at a time.</summary>
sealed class UploadPage
{
    // A request counts until its answer is there; what a page does then comes behind.
    const string Counting = """
        const send = XMLHttpRequest.prototype.send;
        let underWay = 0;
        XMLHttpRequest.prototype.send = function (body) {
          underWayIs(++underWay);
          for (const end of ['load', 'error']) this.addEventListener(end, () => underWay--);
          send.call(this, body);
        };
        """;

    int _sent;
    int _answered;
    int _mostAtOnce;

    internal UploadPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Count(request, ref _sent);
        page.RequestFinished += (_, request) => Count(request, ref _answered);
    }

    internal IPage Page { get; }

    /// <summary>Requests that carried a file.</summary>
    internal int Sent => Volatile.Read(ref _sent);

    /// <summary>Those that were answered.</summary>
    internal int Answered => Volatile.Read(ref _answered);

    /// <summary>The most at one time.</summary>
    internal int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    internal ILocator Files => Page.Locator("[data-files] li");

    internal ILocator Arrived => Page.Locator("[data-files] .done");

    /// <summary>Opens the page for a batch without a class.</summary>
    internal async Task<UploadPage> OpenAsync()
    {
        // Told rather than asked for: a page that moves on by itself cannot be asked.
        await Page.ExposeFunctionAsync<int>("underWayIs", count => _mostAtOnce = Math.Max(_mostAtOnce, count));
        await Page.AddInitScriptAsync(Counting);
        await Page.GotoAsync("/batches/new");
        await Page.Locator("[data-drop]").WaitForAsync();
        await Page.SelectOptionAsync("#class", "");
        await Page.SelectOptionAsync("#course", "ENG6");
        return this;
    }

    /// <summary>Texts that differ.</summary>
    internal static (string Name, string Text)[] Texts(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => ($"text-{i}.txt", $"The day we moved to the north ({i}), and everything that came after it\n")),
        ];

    /// <summary>Drops files on the page.</summary>
    internal async Task DropAsync(params (string Name, string Text)[] files)
    {
        var dropped = await Page.EvaluateHandleAsync(
            """
            (files) => {
              const dropped = new DataTransfer();
              for (const [name, text] of files) dropped.items.add(new File([text], name, { type: 'text/plain' }));
              return dropped;
            }
            """,
            files.Select(file => new[] { file.Name, file.Text }).ToArray()
        );
        await Page.DispatchEventAsync("[data-drop]", "drop", new { dataTransfer = dropped });
    }

    /// <summary>Chooses files by the button.</summary>
    internal Task ChooseAsync(params (string Name, string Text)[] files) =>
        Page.SetInputFilesAsync(
            "#files",
            files.Select(file => new FilePayload
            {
                Name = file.Name,
                MimeType = "text/plain",
                Buffer = System.Text.Encoding.UTF8.GetBytes(file.Text),
            })
        );

    internal ILocator Button => Page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true });

    /// <summary>Waits for the page of the batch, to which a whole upload leads.</summary>
    /// <returns>The batch.</returns>
    internal async Task<Guid> DoneAsync()
    {
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/batches/[0-9a-f]{8}-"));
        return Guid.Parse(new Uri(Page.Url).Segments[^1]);
    }

    static void Count(IRequest request, ref int count)
    {
        if (request.Method == "PUT")
        {
            Interlocked.Increment(ref count);
        }
    }
}
