using System.Text;
using System.Text.Json;
using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Matrix;

/// <summary>Parts of the suite by the ways in which they can fail, for programs and for people. The same parts give the same text, in whatever order they were found.</summary>
static class MatrixPage
{
    static readonly JsonNamingPolicy Names = JsonNamingPolicy.SnakeCaseLower;

    /// <summary>A line for each component; a mode without proof has null.</summary>
    internal static string ToJson(IEnumerable<Component> components)
    {
        var parts = Ordered(components);
        return string.Join(
            '\n',
            "{",
            "  \"schema\": 1,",
            "  \"proofs\": {",
            string.Join(
                ",\n",
                FailureCatalogue.Modes.Where(IsProven).Select(mode => $"    {Text(NameOf(mode))}: {Texts(Component.ProofOf(mode))}")
            ),
            "  },",
            "  \"components\": [",
            string.Join(",\n", parts.Select(part => $"    {LineOf(part)}")),
            "  ],",
            $"  \"holes\": {parts.Sum(part => part.Modes.Count(mode => !IsProven(mode)))}",
            "}\n"
        );
    }

    /// <summary>For each service and kind: how many there are, and how many of their ways to fail no test would notice by itself.</summary>
    internal static string ToMarkdown(IEnumerable<Component> components)
    {
        var page = new StringBuilder("| Where | Kind | Parts | Ways to fail | Without a standing test |\n|---|---|--:|--:|--:|\n");
        foreach (var parts in Ordered(components).GroupBy(part => (part.Service, part.Kind)))
        {
            var modes = parts.SelectMany(part => part.Modes).ToList();
            page.Append(
                $"| {parts.Key.Service} | {Names.ConvertName(parts.Key.Kind.ToString())} | {parts.Count()} | {modes.Count} | {modes.Count(mode => !IsProven(mode))} |\n"
            );
        }
        return page.ToString().TrimEnd('\n');
    }

    static List<Component> Ordered(IEnumerable<Component> components) =>
        [.. components.Distinct().OrderBy(part => part.Id, StringComparer.Ordinal)];

    static bool IsProven(Mode mode) => Component.ProofOf(mode).Count > 0;

    static string LineOf(Component part) =>
        $"{{\"id\": {Text(part.Id)}, \"kind\": {Text(Names.ConvertName(part.Kind.ToString()))}, \"categories\": "
        + $"{Texts(part.Categories.Select(category => Names.ConvertName(category.ToString())))}, \"cells\": {{"
        + string.Join(", ", part.Modes.Select(mode => $"{Text(NameOf(mode))}: {(IsProven(mode) ? Text("standing") : "null")}"))
        + "}}";

    static string NameOf(Mode mode) => $"{Names.ConvertName(mode.Category.ToString())}.{Names.ConvertName(mode.Failure.ToString())}";

    static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    static string Text(string text) => JsonSerializer.Serialize(text, Plain);

    // Routes have braces and types have angle brackets: they stay readable.
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
