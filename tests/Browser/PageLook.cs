using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Phase1.Servers.Processes;

namespace Phase1.Browser.Tests;

/// <summary>What is seen of a page: what axe finds, what is wider than the window, cut off, hidden or moving. A picture is kept.</summary>
sealed class PageLook(IPage browser, string folder)
{
    // What does not depend on the window alone is found at the first look; a later one asks for what scheme and width can change.
    const string Axe = """
        (rules) => axe.run({
          runOnly: rules ? { type: 'rule', values: rules } : ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'], selectors: false, ancestry: false, xpath: false,
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

    static readonly string[] OfWidthAndScheme = ["color-contrast", "target-size", "scrollable-region-focusable"];

    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Has axe at hand on each page of a context.</summary>
    internal static Task PrepareAsync(IBrowserContext context) => context.AddInitScriptAsync(Script);

    /// <summary>All that is wrong at this width and in this scheme.</summary>
    internal async Task<IReadOnlyList<string>> FaultsAsync(LookedAt page, int width, ColorScheme scheme, bool isFirst)
    {
        await browser.SetViewportSizeAsync(width, 800);
        await browser.EmulateMediaAsync(new() { ColorScheme = scheme });
        var found = Read(await browser.EvaluateAsync<string>(Axe, isFirst ? null : OfWidthAndScheme)).Concat(await CutAsync()).ToList();
        return [.. found.Select(fault => $"{page.Name} at {width} in {scheme}: {fault}")];
    }

    /// <summary>What is lost at a zoom of 400 % of a small window, in the system's own colours.</summary>
    internal async Task<IReadOnlyList<string>> LostAsync(LookedAt page)
    {
        await browser.SetViewportSizeAsync(320, 200);
        await browser.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        var found = await CutAsync();
        await browser.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, ReducedMotion = ReducedMotion.NoPreference });
        return [.. found.Select(fault => $"{page.Name} at 400 %: {fault}")];
    }

    /// <summary>Keeps a picture of each width, for whoever looks at a change.</summary>
    internal async Task TakeAsync(LookedAt page, params int[] widths)
    {
        foreach (var width in widths)
        {
            await browser.SetViewportSizeAsync(width, 800);
            await browser.ScreenshotAsync(
                new() { Path = Repository.PathOf($"{folder}/{page.Name}-{width}.png"), FullPage = page.Act is null }
            );
        }
    }

    async Task<IReadOnlyList<string>> CutAsync() => Read(await browser.EvaluateAsync<string>(Cut));

    static List<string> Read(string faults) => JsonSerializer.Deserialize<List<string>>(faults)!;
}
