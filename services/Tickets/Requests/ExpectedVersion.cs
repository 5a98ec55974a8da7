using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Requests;

/// <summary>The version that a change was made for (If-Match). Name it as a parameter of the handler.</summary>
/// <param name="Value">The version; null where the caller takes whatever stands there.</param>
sealed record ExpectedVersion(int? Value) : IEndpointParameterMetadataProvider
{
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new DescribedParameter(
                ParameterPlace.Header,
                Microsoft.Net.Http.Headers.HeaderNames.IfMatch,
                "The ETag of the ticket that the change was made for."
            )
        );

    public static ValueTask<ExpectedVersion> BindAsync(HttpContext context) =>
        ValueTask.FromResult(
            (string?)context.Request.Headers.IfMatch switch
            {
                null or "" or "*" => new ExpectedVersion((int?)null),
                var tag when int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) => new(version),
                _ => throw ProblemException.Validation("If-Match", "The ETag of a ticket is its version, in quotes."),
            }
        );

    /// <summary>Puts the version on an answer.</summary>
    internal static TicketDocument Tag(HttpContext http, TicketDocument ticket)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{ticket.Version}\"");
        return ticket;
    }
}
