using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Writes what a service holds about a student as a zip: <c>{table}.json</c> for each table with rows, the files under their paths, and
/// <c>counts.json</c> with the rows of each table.
/// </summary>
sealed class PackageWriter(IPersonalData data, PersonalQueries queries, DateTimeOffset now)
{
    const string CountsName = "counts.json";

    internal async Task WriteAsync(Stream body, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(
            body,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var tables in data.Tables.Where(table => table.Collect is not null).GroupBy(table => table.Name))
        {
            await RowsAsync(zip, $"{tables.Key}.json", string.Join(" union all ", tables.Select(ToDocuments)), cancellationToken);
        }
        foreach (var files in data.Tables.Select(table => table.Files).OfType<string>())
        {
            await FilesAsync(zip, files, cancellationToken);
        }
        var counts = JsonSerializer.SerializeToUtf8Bytes(await queries.CountAsync(cancellationToken), Phase1Json.Options);
        await using var entry = await OpenAsync(zip, CountsName, cancellationToken);
        await entry.WriteAsync(counts, cancellationToken);
    }

    static string ToDocuments(PersonalTable table) => $"select to_jsonb(r)::text from ({table.Collect}) r";

    async Task RowsAsync(ZipArchive zip, string name, string documents, CancellationToken cancellationToken)
    {
        await using var command = queries.Command(documents);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
        {
            return;
        }
        await using var entry = await OpenAsync(zip, name, cancellationToken);
        await using var text = new StreamWriter(entry, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var separator = "[\n";
        do
        {
            await text.WriteAsync(separator);
            await text.WriteAsync(row.GetString(0));
            separator = ",\n";
        } while (await row.ReadAsync(cancellationToken));
        await text.WriteAsync("\n]\n");
    }

    async Task FilesAsync(ZipArchive zip, string files, CancellationToken cancellationToken)
    {
        await using var command = queries.Command(files);
        await using var row = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            await using var entry = await OpenAsync(zip, row.GetString(0), cancellationToken);
            await using var bytes = await row.GetStreamAsync(1, cancellationToken);
            await bytes.CopyToAsync(entry, cancellationToken);
        }
    }

    Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = now;
        return entry.OpenAsync(cancellationToken);
    }
}
