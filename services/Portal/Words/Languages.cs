using Microsoft.Net.Http.Headers;

namespace Phase1.Portal.Words;

/// <summary>The languages of the pages.</summary>
static class Languages
{
    static readonly Sv Swedish = new();
    static readonly En English = new();

    internal static IWords WordsOf(string language) => language == "en" ? English : Swedish;

    /// <summary>The one of ours that the browser likes best.</summary>
    internal static string AskedFor(HttpRequest request, string otherwise) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "sv" or "en")
        ?? otherwise;
}
