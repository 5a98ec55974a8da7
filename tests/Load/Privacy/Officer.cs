using System.IO.Compression;
using System.Text.Json.Nodes;
using Phase1.Load.Stories;
using Phase1.Servers.Suites;

namespace Phase1.Load.Privacy;

/// <summary>The school's privacy officer, who takes a request in and decides step by step.</summary>
sealed class Officer(Staff staff, Waiting waiting)
{
    const string Role = "privacy-officer";

    /// <summary>The students whom CMS finds by a part of a name or an address.</summary>
    internal async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var found = await staff.AskAsync(
            SuiteService.ClassManagement,
            HttpMethod.Post,
            "/internal/v1/privacy/students/find",
            Role,
            new { Text = text },
            cancellationToken
        );
        return [.. found["items"]!.AsArray().Select(student => (Guid)student!["student_id"]!)];
    }

    /// <summary>Opens a request, and says whom it is about; answers its ticket's id.</summary>
    internal async Task<string> OpenAsync(string sop, string requester, IReadOnlyList<Guid> students, CancellationToken cancellationToken)
    {
        var opened = await staff.AskAsync(
            SuiteService.Tickets,
            HttpMethod.Post,
            "/v1/tickets",
            Role,
            new { Sop = sop, Email = requester },
            cancellationToken
        );
        var ticket = (string)opened["ticket_id"]!;
        await DecideAsync(ticket, "identity", new { Decision = "identified", Data = new { StudentIds = students } }, cancellationToken);
        return ticket;
    }

    /// <summary>Decides at a stage, once the ticket waits there.</summary>
    internal async Task DecideAsync(string ticket, string stage, object decision, CancellationToken cancellationToken)
    {
        await AtAsync(ticket, stage, cancellationToken);
        await staff.AskAsync(SuiteService.Tickets, HttpMethod.Post, $"/v1/tickets/{ticket}/decision", Role, decision, cancellationToken);
    }

    /// <summary>The ticket, once it sleeps at a stage.</summary>
    internal Task<JsonNode> AtAsync(string ticket, string stage, CancellationToken cancellationToken) =>
        waiting.UntilAsync(
            token => LookAsync(ticket, token),
            seen =>
                (string?)seen["status"] == "deferred"
                && seen["stages"]!.AsArray().Any(one => (string?)one!["name"] == stage && (bool)one["is_current"]!),
            seen => $"Ticket {ticket} is {seen["status"]} and not at {stage}: {seen["notes"]}",
            cancellationToken
        );

    /// <summary>The ticket, once it has ended.</summary>
    internal Task<JsonNode> EndedAsync(string ticket, CancellationToken cancellationToken) =>
        waiting.UntilAsync(
            token => LookAsync(ticket, token),
            seen => (string?)seen["status"] == "completed",
            seen => $"Ticket {ticket} is {seen["status"]} and has not ended: {seen["notes"]}",
            cancellationToken
        );

    /// <summary>The files of the package, by their names.</summary>
    internal async Task<IReadOnlyDictionary<string, byte[]>> PackageAsync(string ticket, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream(
            await staff.FetchAsync(SuiteService.Tickets, $"/v1/tickets/{ticket}/package", Role, cancellationToken)
        );
        await using var zip = new ZipArchive(bytes);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var file = await entry.OpenAsync(cancellationToken);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            files[entry.FullName] = content.ToArray();
        }
        return files;
    }

    Task<JsonNode> LookAsync(string ticket, CancellationToken cancellationToken) =>
        staff.AskAsync(SuiteService.Tickets, HttpMethod.Get, $"/v1/tickets/{ticket}", Role, null, cancellationToken);
}
