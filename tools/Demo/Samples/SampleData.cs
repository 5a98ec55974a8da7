using System.Text.Json;
using Phase1.Demo.Client;
using Phase1.Events;

namespace Phase1.Demo.Samples;

/// <summary>The invented class and its essays.</summary>
/// <param name="Folder">Where the files lie.</param>
/// <param name="Class">The class of the REGULAR batches.</param>
/// <param name="Batches">The batches.</param>
sealed record SampleData(string Folder, SampleClass Class, IReadOnlyList<SampleBatch> Batches)
{
    internal static async Task<SampleData> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var manifest = await ReadAsync<Manifest>(Path.Combine(folder, "manifest.json"), cancellationToken);
        var schoolClass = await ReadAsync<SampleClass>(Path.Combine(folder, manifest.Class), cancellationToken);
        return new(folder, schoolClass, manifest.Batches);
    }

    internal string PathOf(SampleBatch batch, SampleFile file) => Path.Combine(Folder, batch.Folder, file.File);

    static async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new DemoException($"There is no sample data at {path}.");
        }
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T>(file, Wire.Json, cancellationToken) ?? throw new DemoException($"{path} is empty.");
    }

    sealed record Manifest(string Class, IReadOnlyList<SampleBatch> Batches);
}

/// <summary>The class and its students.</summary>
sealed record SampleClass(string Name, string CourseCode, IReadOnlyList<SampleStudent> Students);

/// <summary>A student; <paramref name="Key"/> names it in the manifest.</summary>
sealed record SampleStudent(string Key, string FirstName, string LastName, string? LegalFullName, string? Email)
{
    /// <summary>What tells the student from the others of the class in the suite's roster.</summary>
    internal string Mark => Email ?? LegalFullName ?? $"{FirstName} {LastName}";
}

/// <summary>Files that are handed in together.</summary>
sealed record SampleBatch(string Key, string Kind, string CourseCode, string Folder, IReadOnlyList<SampleFile> Files)
{
    internal BatchKind BatchKind => WireEnum.Parse<BatchKind>(Kind);
}

/// <summary>A file and, where it has an author in the class, the author's key.</summary>
sealed record SampleFile(string File, string? Student, string Expected);
