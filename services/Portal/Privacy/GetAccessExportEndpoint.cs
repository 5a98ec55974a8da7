using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy;

/// <summary>All accesses as a file. Refused while a service is away: the file would look whole.</summary>
static class GetAccessExportEndpoint
{
    // What a spreadsheet would take for a formula is text.
    static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy/access.csv", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(AccessLog log, CancellationToken cancellationToken)
    {
        var entries = await log.ReadAsync(cancellationToken);
        if (log.Away.FirstOrDefault() is { } away)
        {
            throw new ServiceUnavailableException(away);
        }
        var text = new StringBuilder();
        await using (var writer = new CsvWriter(new StringWriter(text, CultureInfo.InvariantCulture), Format))
        {
            await writer.WriteRecordsAsync(entries.Select(Line), cancellationToken);
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "access.csv");
    }

    static AccessLine Line(AccessEntry entry) =>
        new(
            entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            entry.By,
            WireEnum.Name(entry.Kind),
            entry.Service,
            entry.Subject,
            entry.Reason
        );
}

/// <summary>A line of the file.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="By">The user id of whoever read.</param>
/// <param name="Kind">names or body.</param>
/// <param name="Service">Which service keeps it.</param>
/// <param name="Subject">The batch or the dead letter.</param>
/// <param name="Reason">Why, where that was asked for.</param>
sealed record AccessLine(string At, string By, string Kind, string Service, Guid Subject, string? Reason);
