using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy.Package;

/// <summary>
/// Puts together what all services hold about a student: a folder for each service, what it is in two languages, and a manifest with the SHA-256 of every
/// file. It is made while it is read; no copy lies anywhere.
/// </summary>
sealed class PackageBuilder(IEnumerable<IContentSource> sources, Participants participants, TimeProvider clock)
{
    const string Counts = "counts.json";

    const string About = """
        Det här är de uppgifter som skolans system för uppsatser har om en elev, hämtade ur varje tjänst för sig. manifest.json räknar upp alla filer.

        This is what the school's system for essays holds about one student, fetched from each of its services. manifest.json lists every file.

        """;

    static readonly JsonSerializerOptions Indented = new(Phase1Json.Options) { WriteIndented = true };

    /// <summary>Fetches everything before anything is written: what is away is known before the answer begins.</summary>
    /// <exception cref="ServiceUnavailableException">A service is away, or its time to answer is over.</exception>
    internal async Task<IReadOnlyList<(string Service, Stream Zip)>> FetchAsync(Guid request, CancellationToken cancellationToken)
    {
        List<(string, Stream)> fetched = [];
        foreach (var source in sources.Where(source => participants.Names.Contains(source.Service)).OrderBy(source => source.Service))
        {
            fetched.Add((source.Service, await source.OpenAsync(request, cancellationToken)));
        }
        return fetched;
    }

    internal async Task WriteAsync(
        Ticket ticket,
        IReadOnlyList<(string Service, Stream Zip)> fetched,
        Stream body,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var (files, counts, teachers) = (new JsonArray(), new JsonObject(), new TeacherNumbers());
        await using var package = await ZipArchive.CreateAsync(
            body,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var (service, content) in fetched)
        {
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: false, null, cancellationToken);
            foreach (var entry in zip.Entries)
            {
                var bytes = await ReadAsync(entry, cancellationToken);
                if (entry.FullName == Counts)
                {
                    counts[service] = JsonNode.Parse(bytes);
                    continue;
                }
                if (entry.FullName.EndsWith(".json", StringComparison.Ordinal))
                {
                    bytes = JsonSerializer.SerializeToUtf8Bytes(teachers.In(JsonNode.Parse(bytes)), Indented);
                }
                await AddAsync(package, $"{service}/{entry.FullName}", bytes, files, now, cancellationToken);
            }
        }
        if (ticket.Sop == PrivacyProcedures.Access.Name)
        {
            await AddAsync(package, "about.txt", System.Text.Encoding.UTF8.GetBytes(About), files, now, cancellationToken);
        }
        var manifest = new JsonObject
        {
            ["ticket_id"] = ticket.TicketId,
            ["created_at"] = now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["counts"] = counts,
            ["files"] = files.DeepClone(),
        };
        await AddAsync(package, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Indented), files, now, cancellationToken);
    }

    static async Task AddAsync(
        ZipArchive package,
        string name,
        byte[] bytes,
        JsonArray files,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var entry = package.CreateEntry(name);
        entry.LastWriteTime = now;
        await using var file = await entry.OpenAsync(cancellationToken);
        await file.WriteAsync(bytes, cancellationToken);
        files.Add(
            (JsonNode)
                new JsonObject
                {
                    ["name"] = name,
                    ["bytes"] = bytes.Length,
                    ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                }
        );
    }

    static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using var file = await entry.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
