using System.Text.RegularExpressions;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>Two types of one name and one content are a copy, also where each of them is nested in another. What two need is written once.</summary>
public sealed partial class No_type_is_written_twice
{
    // What one service answers and another reads: they know nothing of one another. And the tests read the sample's manifest by themselves, so that
    // a demo that misreads it is found.
    static readonly string[] MeantTwice = ["FetchedText", "SampleClass"];

    [Fact]
    public void In_no_two_files() =>
        SourceFiles
            .In("libs", "services", "tools", "tests")
            .SelectMany(file => TypesOf(File.ReadAllText(file)).Select(type => (type.Name, type.Content, File: SourceFiles.Name(file))))
            .Where(type => !MeantTwice.Contains(type.Name))
            .GroupBy(type => (type.Name, type.Content), type => type.File)
            .Where(files => files.Distinct().Skip(1).Any())
            .Select(files => $"{files.Key.Name}: {string.Join(", ", files)}")
            .ShouldBeEmpty();

    [Fact]
    public void A_nested_copy_is_found() =>
        TypesOf(
                "class A\n{\n    sealed record Pair(int One, int Two);\n\n    // Says why.\n    sealed class B\n    {\n        int _x;\n    }\n}\n"
            )
            .Select(type => (type.Name, type.Content))
            .ShouldBe([
                ("A", "class A { sealed record Pair(int One, int Two); sealed class B { int _x; } }"),
                ("Pair", "record Pair(int One, int Two);"),
                ("B", "class B { int _x; }"),
            ]);

    static IEnumerable<(string Name, string Content)> TypesOf(string text)
    {
        foreach (Match head in Head().Matches(text))
        {
            var rest = text[head.Groups["kind"].Index..];
            var indent = head.Groups["indent"].Value;
            var open = rest.IndexOf($"\n{indent}{{", StringComparison.Ordinal);
            var close = rest.IndexOf($"\n{indent}}}", StringComparison.Ordinal);
            var semicolon = rest.IndexOf(";\n", StringComparison.Ordinal);
            var length = open >= 0 && close > open && (semicolon < 0 || open < semicolon) ? close + indent.Length + 2 : semicolon + 1;
            if (length > 0)
            {
                yield return (head.Groups["name"].Value, Blank().Replace(Comment().Replace(rest[..length], ""), " ").Trim());
            }
        }
    }

    [GeneratedRegex(
        @"^(?<indent> *)(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref) )*(?<kind>(?:class|record struct|record|struct|enum|interface) (?<name>\w+))",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Head();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
