using System.Reflection;
using System.Text.RegularExpressions;
using Phase1.Servers.Processes;
using Phase1.Unit.Tests.Architecture;

namespace Phase1.Unit.Tests.Docs;

/// <summary>The words that docs/glossary.md prints in bold among those that are not used: they are in no page, and in no name of a type or member.</summary>
public sealed partial class GlossaryTests
{
    const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    // A page may quote what others write: labels in front of a name.
    static readonly (string Page, string Word)[] Quoted = [("domain.md", "pupil")];

    static readonly IReadOnlyList<string> Forbidden = ReadForbidden();

    [Fact]
    public void The_glossary_forbids_words() => Forbidden.ShouldContain("pupil");

    [Fact]
    public void No_page_uses_a_forbidden_word() =>
        Directory
            .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Where(page => Path.GetFileName(page) != "glossary.md")
            .SelectMany(page =>
                FoundIn(Code().Replace(File.ReadAllText(page), ""))
                    .Where(word => !Quoted.Contains((Path.GetFileName(page), word)))
                    .Select(word => $"{Path.GetFileName(page)}: {word}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void No_name_of_a_type_or_member_has_a_forbidden_word() =>
        Assemblies()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type != typeof(GlossaryTests))
            .SelectMany(type => type.GetMembers(Declared).Select(member => member.Name).Prepend(type.Name))
            .Distinct()
            .SelectMany(name => FoundIn(Words(name)).Select(word => $"{name}: {word}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("The pupils' names", "pupil")]
    [InlineData("It was set  aside", "set aside")]
    [InlineData("Mushrooms", null)]
    public void A_word_is_found_as_a_whole(string text, string? found) => FoundIn(text).FirstOrDefault().ShouldBe(found);

    [Theory]
    [InlineData("IsPupilsLine", "is pupils line")]
    [InlineData("A_class_of_pupils", "a class of pupils")]
    [InlineData("_byPupil", "by pupil")]
    public void A_name_is_read_word_by_word(string name, string words) => Words(name).ShouldBe(words);

    static IEnumerable<Assembly> Assemblies() =>
        AssemblyArrows
            .All.Append("Phase1.Tests.Infrastructure")
            .Append("Phase1.Cli")
            .Append("Phase1.Demo")
            .Append("Phase1.Servers")
            .Append("Phase1.Verification")
            .Select(Assembly.Load)
            .Append(typeof(GlossaryTests).Assembly);

    static IEnumerable<string> FoundIn(string text) =>
        Forbidden.Where(word =>
            Regex.IsMatch(text, $@"\b{word.Replace(" ", @"\s+", StringComparison.Ordinal)}s?\b", RegexOptions.IgnoreCase)
        );

    static string Words(string name) => Border().Replace(name, " ").Trim().ToLowerInvariant();

    static IReadOnlyList<string> ReadForbidden() =>
        [
            .. File.ReadLines(Repository.PathOf("docs/glossary.md"))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(letter => letter == '|') == 4)
                .SelectMany(line => Bold().Matches(line.Split('|')[3]))
                .Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex("```.*?```|`[^`]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("_|(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Border();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();
}
