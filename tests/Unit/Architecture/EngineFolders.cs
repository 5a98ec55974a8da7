using System.Text.RegularExpressions;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>The folders of the engine, and which of them name types of which others.</summary>
static partial class EngineFolders
{
    const string Engine = "libs/Phase1.Messaging";

    // Each may know those before it. The first is the library's own folder.
    static readonly string[] Order =
    [
        "",
        "Telemetry",
        "Log",
        "Records",
        "Storage",
        "Time",
        "Tables",
        "Sagas",
        "UnitsOfWork",
        "Dispatch",
        "Rounds",
        "Background",
        "Retention",
        "Loops",
        "Operator",
        "Registration",
    ];

    public static IReadOnlyList<(string Folder, string Code)> Files() =>
        [.. SourceFiles.In(Engine).Select(file => (FolderOf(file), Comment().Replace(File.ReadAllText(file), "")))];

    /// <summary>What knows something that it may not, as "from -> to".</summary>
    public static IEnumerable<string> Forbidden(IReadOnlyList<(string Folder, string Code)> files) =>
        Arrows(files)
            .Where(arrow => Array.IndexOf(Order, arrow.To) > Array.IndexOf(Order, arrow.From) || !Order.Contains(arrow.From))
            .Select(arrow => $"{arrow.From} -> {arrow.To}");

    public static IEnumerable<(string From, string To)> Arrows(IReadOnlyList<(string Folder, string Code)> files)
    {
        var folders = files
            .SelectMany(file => Declaration().Matches(file.Code).Select(type => (Name: type.Groups["name"].Value, file.Folder)))
            .DistinctBy(type => type.Name)
            .ToDictionary(type => type.Name, type => type.Folder);
        return files
            .SelectMany(file => Word().Matches(file.Code).Select(word => (file.Folder, folders.GetValueOrDefault(word.Value, file.Folder))))
            .Where(arrow => arrow.Item1 != arrow.Item2)
            .Distinct();
    }

    static string FolderOf(string file)
    {
        var folder = Path.GetRelativePath(Path.Combine(SourceFiles.Root(), Engine), Path.GetDirectoryName(file)!);
        return folder == "." ? "" : folder;
    }

    // Types that are nested in others are those others' business.
    [GeneratedRegex(@"^(?:\w+ )*(?:class|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();

    [GeneratedRegex("//.*|\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\n]*\"")]
    private static partial Regex Comment();
}
