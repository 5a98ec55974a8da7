using System.Text.Json;

namespace Phase1.Tests.Infrastructure.Files;

/// <summary>The sample class and its two batches under <c>deploy/samples</c>.</summary>
public static class SampleFiles
{
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    static readonly string Folder = Path.Combine(RepositoryRoot(), "deploy", "samples");

    /// <summary>What every file is and what should become of it.</summary>
    public static SampleManifest Manifest { get; } = Read<SampleManifest>("manifest.json");

    /// <summary>The students whom the truths name.</summary>
    public static SampleClass Class { get; } = Read<SampleClass>("class.json");

    /// <summary>The bytes of one file of a batch.</summary>
    public static byte[] Content(SampleBatch batch, SampleFile file) => File.ReadAllBytes(Path.Combine(Folder, batch.Folder, file.File));

    static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, name)), Json)!;

    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Phase1.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Phase1.sln was not found above the tests.");
        }

        return folder.FullName;
    }
}

public sealed record SampleManifest(IReadOnlyList<SampleBatch> Batches);

public sealed record SampleBatch(string Key, string Kind, string CourseCode, string Folder, IReadOnlyList<SampleFile> Files);

public sealed record SampleFile(string File, string? Student, string Expected, string? ErrorCode, string Layout);

public sealed record SampleClass(string Name, string CourseCode, IReadOnlyList<SampleStudent> Students);

public sealed record SampleStudent(string Key, string FirstName, string LastName, string? LegalFullName, string? Email);
