using System.Runtime.CompilerServices;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>The repository's own C# files: what the build and Entity Framework Core write is left out.</summary>
static class SourceFiles
{
    public static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    public static IEnumerable<string> In(params IEnumerable<string> folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !IsBuilt(file) && !file.Split(Path.DirectorySeparatorChar).Contains("Migrations"));

    public static bool IsBuilt(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "StrykerOutput");

    /// <summary>As it is written in a finding: from the root on.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root(), file);
}
