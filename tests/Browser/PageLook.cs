using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Phase1.Servers.Processes;

namespace Phase1.Browser.Tests;

/// <summary>
/// What is seen of a page: what axe finds, what is wider than the window, cut off, hidden or moving. Four looks see all of it, since the structure is
/// the same in each, colours depend on the scheme alone, and what fits on width and words. Pictures are kept for whoever looks at a change.
/// </summary>
sealed class PageLook(IPage browser, string folder)
{
    const int Wide = 1280;
    const int Middle = 768;
    const int Narrow = 320;
    const int Height = 800;

    // The first look at a page asks for all rules, a later one for those by which it may differ. There is no frame, and no rule of these asks for
    // style sheets.
    const string Axe = """
        (rules) => axe.run({
          runOnly: rules ? { type: 'rule', values: rules } : ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'], selectors: false, ancestry: false, xpath: false, iframes: false, preload: false,
        }).then((found) => JSON.stringify(
          found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`)))
        """;

    const string Cut = """
        () => {
          const seen = (one) => one.getClientRects().length > 0;
          const faults = [];
          const { scrollWidth, clientWidth } = document.documentElement;
          if (scrollWidth > clientWidth) faults.push(`${scrollWidth} pixels wide`);
          if ([...document.querySelectorAll('[hidden]')].some(seen)) faults.push('what is hidden is shown');
          for (const one of document.querySelectorAll('main *, header *, dialog[open] *')) {
            if (!seen(one) || one.closest('.unseen, .sideways, textarea, input, select')) continue;
            const { overflowX, overflowY } = getComputedStyle(one);
            if ((overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1) || (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1))
              faults.push(`cut off: ${one.outerHTML.slice(0, 200)}`);
          }
          if (document.getAnimations().length > 0) faults.push('something moves');
          return JSON.stringify(faults);
        }
        """;

    static readonly string[] OfWidth = ["target-size", "scrollable-region-focusable"];

    static readonly string[] OfWidthAndScheme = [.. OfWidth, "color-contrast", "link-in-text-block"];

    static readonly string[] OfWidthAndWords =
    [
        .. OfWidth,
        "document-title",
        "html-has-lang",
        "html-lang-valid",
        "valid-lang",
        "aria-command-name",
        "aria-dialog-name",
        "aria-input-field-name",
        "button-name",
        "input-button-name",
        "label",
        "link-name",
        "select-name",
        "summary-name",
        "empty-heading",
        "empty-table-header",
        "landmark-unique",
    ];

    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Has axe at hand on each page of a context.</summary>
    internal static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync(Script);

    /// <summary>Goes to the page, and sees it wide and light, narrow and dark, and at a zoom of 400 %; keeps a picture of each width.</summary>
    internal async Task<IReadOnlyList<string>> InSwedishAsync(LookedAt page)
    {
        await ShowAsync(page, Wide, ColorScheme.Light);
        var wide = await FaultsAsync(page, Wide, ColorScheme.Light);
        await TakeAsync(page, Wide);
        await ResizeAsync(Narrow, ColorScheme.Dark);
        var narrow = await FaultsAsync(page, Narrow, ColorScheme.Dark, OfWidthAndScheme);
        await TakeAsync(page, Narrow);
        await ResizeAsync(Middle, ColorScheme.Light);
        await TakeAsync(page, Middle);
        return [.. wide, .. narrow, .. await LostAsync(page)];
    }

    /// <summary>Goes to the page, and sees it narrow and light, wide and dark: its structure and its colours are those of the Swedish one.</summary>
    internal async Task<IReadOnlyList<string>> InEnglishAsync(LookedAt page)
    {
        await ShowAsync(page, Narrow, ColorScheme.Light);
        var narrow = await FaultsAsync(page, Narrow, ColorScheme.Light, OfWidthAndWords);
        await ResizeAsync(Wide, ColorScheme.Dark);
        return [.. narrow, .. await FaultsAsync(page, Wide, ColorScheme.Dark, OfWidth)];
    }

    async Task ShowAsync(LookedAt page, int width, ColorScheme scheme)
    {
        await ResizeAsync(width, scheme);
        await browser.GotoAsync(page.Path);
        await (page.Act?.Invoke(browser) ?? Task.CompletedTask);
    }

    async Task ResizeAsync(int width, ColorScheme scheme)
    {
        await browser.SetViewportSizeAsync(width, Height);
        await browser.EmulateMediaAsync(new() { ColorScheme = scheme });
    }

    async Task<IEnumerable<string>> FaultsAsync(LookedAt page, int width, ColorScheme scheme, string[]? rules = null)
    {
        var found = Read(await browser.EvaluateAsync<string>(Axe, rules)).Concat(await CutAsync());
        return found.Select(fault => $"{page.Name} at {width} in {scheme}: {fault}");
    }

    // A zoom of 400 % of a small window, in the system's own colours.
    async Task<IEnumerable<string>> LostAsync(LookedAt page)
    {
        await browser.SetViewportSizeAsync(Narrow, 200);
        await browser.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        var found = await CutAsync();
        await browser.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, ReducedMotion = ReducedMotion.NoPreference });
        return found.Select(fault => $"{page.Name} at 400 %: {fault}");
    }

    // Of what lies behind a dialog nobody sees more than the window shows.
    async Task TakeAsync(LookedAt page, int width) =>
        await browser.ScreenshotAsync(
            new()
            {
                Path = Repository.PathOf($"{folder}/{page.Name}-{width}.png"),
                FullPage = await browser.Locator("dialog[open]").CountAsync() == 0,
            }
        );

    async Task<IReadOnlyList<string>> CutAsync() => Read(await browser.EvaluateAsync<string>(Cut));

    static List<string> Read(string faults) => JsonSerializer.Deserialize<List<string>>(faults)!;
}
