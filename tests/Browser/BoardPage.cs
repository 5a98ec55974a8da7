using Microsoft.Playwright;

namespace Phase1.Browser.Tests;

/// <summary>The review board as a teacher uses it; counts the keys that were pressed.</summary>
sealed class BoardPage(IPage page)
{
    internal int Presses { get; private set; }

    internal IPage Page => page;

    internal ILocator Rows => page.Locator("[data-essay]:visible");

    internal ILocator Focused => page.Locator("[data-essay]:focus");

    internal static string AddressOf(Guid batchId, string rest = "") => $"/batches/{batchId}/review{rest}";

    internal async Task<BoardPage> OpenAsync(Guid batchId, string rest = "")
    {
        await page.GotoAsync(AddressOf(batchId, rest));
        await Assertions.Expect(page.Locator("[data-tools]")).ToBeVisibleAsync();
        return this;
    }

    /// <summary>The row of the file that was uploaded as the n-th, from 0.</summary>
    internal ILocator Row(int index) =>
        page.Locator("[data-essay]")
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = $"text-{index + 1}.txt", Exact = true }) });

    internal async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            Presses++;
            await page.Keyboard.PressAsync(key);
        }
    }

    internal async Task FocusAsync(int index) => await Row(index).FocusAsync();

    internal ILocator Dialog(string name) => page.Locator($"dialog[data-dialog={name}][open]");

    /// <summary>Confirms all certain suggestions. News of the confirmation may be there before its dialog is closed, which takes no other key.</summary>
    internal async Task ConfirmCertainAsync(int suggestions)
    {
        await PressAsync("Shift+A");
        await Assertions.Expect(Dialog("certain").Locator("tbody tr")).ToHaveCountAsync(suggestions);
        await PressAsync("Enter");
        await Assertions.Expect(Dialog("certain")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until nothing is left to be sent.</summary>
    internal async Task SavedAsync() => await Assertions.Expect(page.Locator("[data-waits]")).ToHaveCountAsync(0);

    internal async Task ShowsAsync(string sentence) =>
        await Assertions.Expect(page.Locator(".summary .sentence")).ToContainTextAsync(sentence);
}
