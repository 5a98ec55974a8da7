using System.Security.Cryptography;
using System.Text;

namespace Phase1.Tickets.Schema;

/// <summary>One numbered file of SQL.</summary>
/// <param name="Name">As in <c>009_ticket_status_and_owner.sql</c>.</param>
/// <param name="Text">With LF line ends.</param>
sealed record MigrationFile(string Name, string Text)
{
    const string WithoutForeignKeys = "-- requires: foreign_keys=off";

    /// <summary>Files go by their number, then by name: a number may be absent where a file means nothing to a database.</summary>
    internal int Number => int.Parse(Name[..3]);

    /// <summary>What the ledger keeps, so that a file that was changed after it was applied is noticed.</summary>
    internal string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>It rebuilds a table that others may refer to.</summary>
    internal bool IsWithoutForeignKeys => Text.StartsWith(WithoutForeignKeys, StringComparison.Ordinal);

    /// <summary>The files of a dialect, in their order.</summary>
    /// <param name="folder">The dialect's folder.</param>
    internal static IReadOnlyList<MigrationFile> Of(string folder) =>
        InOrder(
            typeof(MigrationFile)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))
                .Select(name => new MigrationFile(name[(folder.Length + 1)..], Read(name)))
        );

    internal static IReadOnlyList<MigrationFile> InOrder(IEnumerable<MigrationFile> files) =>
        [.. files.OrderBy(file => file.Number).ThenBy(file => file.Name, StringComparer.Ordinal)];

    static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(MigrationFile).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
